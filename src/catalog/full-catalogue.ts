import { createCatalogue } from './catalogue'
import { cloudformation } from './pass-sites/cloudformation'
import { codebuild } from './pass-sites/codebuild'
import { codepipeline } from './pass-sites/codepipeline'
import { ec2 } from './pass-sites/ec2'
import { ecs } from './pass-sites/ecs'
import { lambda } from './pass-sites/lambda'
import { sts } from './pass-sites/sts'

/** Every service that the lab knows, with its calls. */
export const fullCatalogue = createCatalogue([ecs, ec2, lambda, codebuild, codepipeline, cloudformation, sts])

import { createCatalogue } from './catalogue'
import { genericCall } from './generic-call'
import { amplify } from './pass-sites/amplify'
import { apigateway } from './pass-sites/apigateway'
import { apprunner } from './pass-sites/apprunner'
import { appsync } from './pass-sites/appsync'
import { autoscaling } from './pass-sites/autoscaling'
import { backup } from './pass-sites/backup'
import { batch } from './pass-sites/batch'
import { bedrock } from './pass-sites/bedrock'
import { bedrockAgentcore } from './pass-sites/bedrock-agentcore'
import { cloudformation } from './pass-sites/cloudformation'
import { cloudtrail } from './pass-sites/cloudtrail'
import { cloudwatch } from './pass-sites/cloudwatch'
import { codebuild } from './pass-sites/codebuild'
import { codedeploy } from './pass-sites/codedeploy'
import { codepipeline } from './pass-sites/codepipeline'
import { cognitoIdentity } from './pass-sites/cognito-identity'
import { cognitoIdp } from './pass-sites/cognito-idp'
import { config } from './pass-sites/config'
import { datapipeline } from './pass-sites/datapipeline'
import { dlm } from './pass-sites/dlm'
import { dms } from './pass-sites/dms'
import { ec2 } from './pass-sites/ec2'
import { ecs } from './pass-sites/ecs'
import { ecsServices } from './pass-sites/ecs-services'
import { eks } from './pass-sites/eks'
import { elasticbeanstalk } from './pass-sites/elasticbeanstalk'
import { emr } from './pass-sites/elasticmapreduce'
import { emrServerless } from './pass-sites/emr-serverless'
import { events } from './pass-sites/events'
import { firehose } from './pass-sites/firehose'
import { glue } from './pass-sites/glue'
import { iam } from './pass-sites/iam'
import { imagebuilder } from './pass-sites/imagebuilder'
import { iot } from './pass-sites/iot'
import { lambda } from './pass-sites/lambda'
import { logs } from './pass-sites/logs'
import { pipes } from './pass-sites/pipes'
import { rds } from './pass-sites/rds'
import { redshift } from './pass-sites/redshift'
import { rolesanywhere } from './pass-sites/rolesanywhere'
import { s3 } from './pass-sites/s3'
import { sagemaker } from './pass-sites/sagemaker'
import { scheduler } from './pass-sites/scheduler'
import { ssm } from './pass-sites/ssm'
import { states } from './pass-sites/states'
import { sts } from './pass-sites/sts'
import { transfer } from './pass-sites/transfer'

const ecsWithServices = { ...ecs, calls: [...ecs.calls, ...ecsServices.calls] }

/** Every service whose way with roles is known, with its calls; any other call runs generically. */
export const fullCatalogue = createCatalogue(
  [
    ecsWithServices,
    ec2,
    lambda,
    codebuild,
    codepipeline,
    cloudformation,
    amplify,
    apigateway,
    apprunner,
    appsync,
    autoscaling,
    backup,
    batch,
    bedrockAgentcore,
    bedrock,
    cloudtrail,
    cloudwatch,
    codedeploy,
    cognitoIdentity,
    cognitoIdp,
    config,
    datapipeline,
    dlm,
    dms,
    eks,
    elasticbeanstalk,
    emr,
    emrServerless,
    events,
    firehose,
    glue,
    iam,
    imagebuilder,
    iot,
    logs,
    pipes,
    rds,
    redshift,
    rolesanywhere,
    s3,
    sagemaker,
    scheduler,
    ssm,
    states,
    transfer,
    sts,
  ],
  genericCall,
)

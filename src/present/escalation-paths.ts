/** A known way from `iam:PassRole` to the role's own permissions. Named at https://pathfinding.cloud/paths/<id>. */
export interface EscalationPath {
  readonly id: string
  /** The service's name as a title has it. */
  readonly service: string
  /** Who has to take the role on for it to work. */
  readonly principal: string
  /** What the caller needs beside `iam:PassRole`. */
  readonly actions: readonly string[]
  /** Number in Rhino Security Labs' list of methods, where it is listed. */
  readonly rhino: number | undefined
}

const path = (id: string, service: string, principal: string, actions: readonly string[], rhino?: number): EscalationPath => ({
  id,
  service,
  principal,
  actions,
  rhino,
})

const agentCore = 'bedrock-agentcore.amazonaws.com'
const ecsTasks = 'ecs-tasks.amazonaws.com'

/**
 * The paths that begin with `iam:PassRole`: pathfinding.cloud, commit 84dd65c9 of 2025-12-17. cloudformation-005 is left out, for it lists
 * no PassRole; a path with more actions comes before the shorter one that needs less of them.
 */
export const escalationPaths: readonly EscalationPath[] = [
  path('apprunner-001', 'App Runner', 'tasks.apprunner.amazonaws.com', ['apprunner:CreateService']),
  path('bedrock-001', 'Bedrock AgentCore', agentCore, [
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ]),
  path('cloudformation-001', 'CloudFormation', 'cloudformation.amazonaws.com', ['cloudformation:CreateStack'], 21),
  path('cloudformation-003', 'CloudFormation', 'cloudformation.amazonaws.com', [
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances',
  ]),
  path('cloudformation-004', 'CloudFormation', 'cloudformation.amazonaws.com', ['cloudformation:UpdateStackSet']),
  path('codebuild-001', 'CodeBuild', 'codebuild.amazonaws.com', ['codebuild:CreateProject', 'codebuild:StartBuild']),
  path('codebuild-004', 'CodeBuild', 'codebuild.amazonaws.com', ['codebuild:CreateProject', 'codebuild:StartBuildBatch']),
  path(
    'datapipeline-001',
    'Data Pipeline',
    'datapipeline.amazonaws.com',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    22,
  ),
  path('ec2-001', 'EC2', 'ec2.amazonaws.com', ['ec2:RunInstances'], 3),
  path('ec2-003', 'EC2', 'ec2.amazonaws.com', ['ec2:RequestSpotInstances']),
  path('ecs-004', 'ECS', ecsTasks, ['ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  path('ecs-003', 'ECS', ecsTasks, ['ecs:RegisterTaskDefinition', 'ecs:CreateService']),
  path('ecs-005', 'ECS', ecsTasks, ['ecs:RegisterTaskDefinition', 'ecs:StartTask']),
  path('ecs-001', 'ECS', ecsTasks, ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:CreateService']),
  path('ecs-002', 'ECS', ecsTasks, ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  path('glue-001', 'Glue', 'glue.amazonaws.com', ['glue:CreateDevEndpoint'], 19),
  path('glue-003', 'Glue', 'glue.amazonaws.com', ['glue:CreateJob', 'glue:StartJobRun']),
  path('glue-004', 'Glue', 'glue.amazonaws.com', ['glue:CreateJob', 'glue:CreateTrigger']),
  path('glue-005', 'Glue', 'glue.amazonaws.com', ['glue:UpdateJob', 'glue:StartJobRun']),
  path('glue-006', 'Glue', 'glue.amazonaws.com', ['glue:UpdateJob', 'glue:CreateTrigger']),
  path('lambda-001', 'Lambda', 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:InvokeFunction'], 15),
  path('lambda-002', 'Lambda', 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'], 17),
  path('lambda-006', 'Lambda', 'lambda.amazonaws.com', ['lambda:CreateFunction', 'lambda:AddPermission'], 16),
  path('sagemaker-001', 'SageMaker', 'sagemaker.amazonaws.com', ['sagemaker:CreateNotebookInstance'], 27),
  path('sagemaker-002', 'SageMaker', 'sagemaker.amazonaws.com', ['sagemaker:CreateTrainingJob']),
  path('sagemaker-003', 'SageMaker', 'sagemaker.amazonaws.com', ['sagemaker:CreateProcessingJob']),
]

/** One thing that a path needs, and whether the documents give it. */
export interface Ingredient {
  readonly action: string
  readonly given: boolean
}

/** A path that the documents form, or that is one ingredient short. */
export interface FoundPath {
  readonly path: EscalationPath
  readonly ingredients: readonly Ingredient[]
  readonly complete: boolean
}

/** What the matcher asks of the documents. */
export interface PathQuestions {
  readonly trusts: (principal: string) => boolean
  readonly mayPassTo: (principal: string) => boolean
  /** May the caller do this on anything at all? */
  readonly may: (action: string) => boolean
}

/**
 * The known paths for a role: only those of services that it trusts, complete ones first, then those with one ingredient missing. Of two
 * that are formed the one with fewer ingredients says it all: a longer one of the same service that contains it is left out.
 */
export function findPaths({ trusts, mayPassTo, may }: PathQuestions): readonly FoundPath[] {
  const found = escalationPaths
    .filter(({ principal }) => trusts(principal))
    .map((candidate): FoundPath => {
      const ingredients = [
        { action: 'iam:PassRole', given: mayPassTo(candidate.principal) },
        ...candidate.actions.map((action) => ({ action, given: may(action) })),
      ]
      return { path: candidate, ingredients, complete: ingredients.every(({ given }) => given) }
    })
  const formed = found.filter(({ complete }) => complete)
  const within = (small: EscalationPath, large: EscalationPath) =>
    small !== large && small.principal === large.principal && small.actions.every((action) => large.actions.includes(action))
  const near = found.filter(({ ingredients }) => ingredients.filter(({ given }) => !given).length === 1)
  return [
    ...formed.filter(({ path: large }) => !formed.some(({ path: small }) => within(small, large))),
    ...(formed.length > 0 ? [] : near),
  ]
}

import type { CatalogService, PassSite, ServiceCall } from '../pass-site'

/** The principal that takes on task and execution roles. It is not `ecs.amazonaws.com`: the classic mistake. */
const principal = 'ecs-tasks.amazonaws.com'

const docs = {
  trust: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  errors: 'https://repost.aws/knowledge-center/ecs-unable-to-assume-role',
}

const unableToAssume =
  "ECS was unable to assume the role '<role-arn>' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role."

function site(use: 'task' | 'execution', at: 'register' | 'run'): PassSite {
  const member = use === 'task' ? 'taskRoleArn' : 'executionRoleArn'
  return {
    id: `ecs-${at === 'register' ? 'register-task-definition' : 'run-task'}-${use}-role`,
    paths: [at === 'register' ? `$.${member}` : `$.overrides.${member}`],
    resolvedPaths: at === 'register' ? [] : [`$.taskDefinition.${member}`],
    kind: 'role-name-or-arn',
    use,
    servicePrincipal: principal,
    otherPrincipals: [],
    assumer: { kind: 'service', actions: ['sts:AssumeRole'] },
    passedToService: principal,
    otherPassedToServices: [],
    associatedResourceArn: undefined,
    assumed: at === 'register' ? 'later' : 'call',
    timing: 'run',
    triedAtCall: at === 'run',
    sentKeys: [
      { key: 'aws:SourceAccount', value: '<account>', confidence: 'documented' },
      {
        key: 'aws:SourceArn',
        value: 'arn:<partition>:ecs:<region>:<account>:task/<$.cluster|default>/0123456789abcdef0123456789abcdef',
        confidence: 'documented',
      },
    ],
    sessionName: '0123456789abcdef0123456789abcdef',
    trustFailure:
      at === 'register'
        ? {
            code: 'service-event',
            message: `(service app) failed to launch a task with (error ${unableToAssume})`,
            confidence: 'widely-reported',
            place: 'service-event',
          }
        : { code: 'ClientException', message: unableToAssume, confidence: 'widely-reported', place: 'call' },
    confidence: {
      roleParameter: 'documented',
      trustPrincipal: 'documented',
      passedToService: 'documented',
      associatedResourceArn: 'unsure',
      sessionName: use === 'task' ? 'documented' : 'unsure',
      assumed: 'widely-reported',
    },
    docs,
  }
}

const accessDenied = { code: 'AccessDeniedException', wrap: 'plain', confidence: 'widely-reported' } as const
const definition = 'arn:<partition>:ecs:<region>:<account>:task-definition/<$.taskDefinition|app>'

const run = (operation: 'RunTask' | 'StartTask', cliCommand: string): ServiceCall => ({
  action: `ecs:${operation}`,
  operation,
  cliCommand,
  serviceId: 'ecs',
  passSites: [site('task', 'run'), site('execution', 'run')],
  resource: definition,
  accessDenied,
  returns: '{ "tasks": [{\n  "lastStatus": "PROVISIONING"\n}] }',
  returnsLabel: 'task',
  exampleParameters: {
    taskDefinition: 'app:7',
    ...(operation === 'StartTask' ? { containerInstances: ['0123456789abcdef0123456789abcdef'] } : {}),
    overrides: { taskRoleArn: 'arn:aws:iam::111122223333:role/app-task' },
  },
  exampleResolved: {
    taskDefinition: {
      taskRoleArn: 'arn:aws:iam::111122223333:role/app-task-default',
      executionRoleArn: 'arn:aws:iam::111122223333:role/app-exec',
    },
  },
  typicalAction: 's3:GetObject',
})

export const ecs: CatalogService = {
  id: 'ecs',
  name: 'Amazon ECS',
  shortName: 'ECS',
  workload: 'task',
  calls: [
    {
      action: 'ecs:RegisterTaskDefinition',
      operation: 'RegisterTaskDefinition',
      cliCommand: 'ecs register-task-definition',
      serviceId: 'ecs',
      passSites: [site('task', 'register'), site('execution', 'register')],
      resource: 'arn:<partition>:ecs:<region>:<account>:task-definition/<$.family|app>:*',
      accessDenied,
      returns: '{ "taskDefinition": { "family": "<$.family|app>", "revision": 8 } }',
      returnsLabel: '<$.family|app>:8',
      exampleParameters: {
        family: 'app',
        taskRoleArn: 'arn:aws:iam::111122223333:role/app-task',
        executionRoleArn: 'arn:aws:iam::111122223333:role/app-exec',
        containerDefinitions: [{ name: 'app', image: 'public.ecr.aws/nginx/nginx:latest', memory: 256 }],
      },
      typicalAction: 's3:GetObject',
    },
    run('RunTask', 'ecs run-task'),
    run('StartTask', 'ecs start-task'),
  ],
}

import { defineService, exampleRole, sourceKeys } from '../define-service'

export const bedrockAgentcore = defineService({
  id: 'bedrock-agentcore',
  name: 'Amazon Bedrock AgentCore',
  shortName: 'AgentCore',
  workload: 'agent',
  cli: 'bedrock-agentcore-control',
  principal: 'bedrock-agentcore.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html' },
  calls: [
    {
      name: 'CreateAgentRuntime',
      returns: '{ "agentRuntimeId": "<$.agentRuntimeName|helper>-a1b2c3d4e5", "status": "CREATING" }',
      label: '<$.agentRuntimeName|helper>',
      example: {
        agentRuntimeName: 'helper',
        agentRuntimeArtifact: { containerConfiguration: { containerUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/agent:1' } },
        roleArn: exampleRole('agentcore-helper'),
        networkConfiguration: { networkMode: 'PUBLIC' },
      },
      typicalAction: 'ecr:BatchGetImage',
      sites: [
        {
          id: 'agentcore-create-agent-runtime',
          at: '$.roleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys(
            'arn:<partition>:bedrock-agentcore:<region>:<account>:runtime/<$.agentRuntimeName|helper>-a1b2c3d4e5',
            'widely-reported',
          ),
          session: 'BedrockAgentCore-0a1b2c3d',
          fails: {
            code: 'ValidationException',
            message:
              "Role validation failed for '<role-arn>'. Please verify that the role exists and its trust policy allows assumption by this service",
          },
          confidence: { sessionName: 'widely-reported', assumed: 'widely-reported' },
        },
      ],
    },
    {
      name: 'CreateCodeInterpreter',
      returns: '{ "codeInterpreterId": "<$.name|ci>-a1b2c3d4e5", "status": "CREATING" }',
      label: '<$.name|ci>',
      example: { name: 'ci', executionRoleArn: exampleRole('agentcore-ci'), networkConfiguration: { networkMode: 'PUBLIC' } },
      typicalAction: 's3:GetObject',
      speaksAs: { workload: 'session' },
      sites: [
        {
          id: 'agentcore-create-code-interpreter',
          at: '$.executionRoleArn',
          timing: 'run',
          tried: true,
          sends: sourceKeys(
            'arn:<partition>:bedrock-agentcore:<region>:<account>:code-interpreter-custom/<$.name|ci>-a1b2c3d4e5',
            'widely-reported',
          ),
          fails: {
            code: 'ValidationException',
            message:
              "Role validation failed for '<role-arn>'. Please verify that the role exists and its trust policy allows assumption by this service",
            confidence: 'unsure',
          },
          confidence: { assumed: 'unsure' },
        },
      ],
    },
    {
      name: 'CreateGateway',
      returns: '{ "gatewayId": "<$.name|gw>-a1b2c3d4e5", "status": "CREATING" }',
      label: '<$.name|gw>',
      example: { name: 'gw', roleArn: exampleRole('agentcore-gw'), protocolType: 'MCP', authorizerType: 'AWS_IAM' },
      typicalAction: 'lambda:InvokeFunction',
      speaksAs: { workload: 'request' },
      sites: [
        {
          id: 'agentcore-create-gateway',
          at: '$.roleArn',
          timing: 'both',
          sends: sourceKeys('arn:<partition>:bedrock-agentcore:<region>:<account>:gateway/<$.name|gw>-a1b2c3d4e5', 'widely-reported'),
          fails: {
            code: 'ValidationException',
            message:
              "Role validation failed for '<role-arn>'. Please verify that the role exists and its trust policy allows assumption by this service",
            confidence: 'unsure',
          },
        },
      ],
    },
  ],
})

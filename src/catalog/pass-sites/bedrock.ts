import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createAgentSites: readonly SiteSpec[] = [
  {
    id: 'bedrock-create-agent',
    at: '$.agentResourceRoleArn',
    timing: 'run',
    sends: sourceKeys('arn:<partition>:bedrock:<region>:<account>:agent/AB12CD34EF'),
    session: 'BedrockAgents-AB12CD34EF-0a1b2c3d',
    fails: { place: 'later-caller' },
    confidence: { sessionName: 'widely-reported' },
  },
]

export const bedrock = defineService({
  id: 'bedrock',
  name: 'Amazon Bedrock',
  shortName: 'Bedrock',
  workload: 'job',
  principal: 'bedrock.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html' },
  calls: [
    {
      name: 'CreateAgent',
      cli: 'bedrock-agent create-agent',
      returns: '{ "agent": { "agentName": "<$.agentName|helper>", "agentStatus": "CREATING" } }',
      label: '<$.agentName|helper>',
      example: {
        agentName: 'helper',
        foundationModel: 'anthropic.claude-3-haiku-20240307-v1:0',
        instruction: 'Answer questions about the order system in short sentences.',
        agentResourceRoleArn: exampleRole('AmazonBedrockExecutionRoleForAgents_x'),
      },
      typicalAction: 'bedrock:InvokeModel',
      speaksAs: { workload: 'agent' },
      sites: createAgentSites,
    },
    {
      name: 'UpdateAgent',
      cli: 'bedrock-agent update-agent',
      resource: 'agent/<$.agentId|AB12CD34EF>',
      returns: '{ "agent": { "agentId": "<$.agentId|AB12CD34EF>", "agentStatus": "UPDATING" } }',
      label: '<$.agentName|helper>',
      example: {
        agentId: 'AB12CD34EF',
        agentName: 'helper',
        foundationModel: 'anthropic.claude-3-haiku-20240307-v1:0',
        instruction: 'Answer questions about the order system in short sentences.',
        agentResourceRoleArn: exampleRole('AmazonBedrockExecutionRoleForAgents_x'),
      },
      typicalAction: 'bedrock:InvokeModel',
      speaksAs: { workload: 'agent' },
      sites: createAgentSites,
    },
    {
      name: 'CreateKnowledgeBase',
      cli: 'bedrock-agent create-knowledge-base',
      returns: '{ "knowledgeBase": { "name": "<$.name|kb>", "status": "CREATING" } }',
      label: '<$.name|kb>',
      example: {
        name: 'kb',
        roleArn: exampleRole('AmazonBedrockExecutionRoleForKnowledgeBase_x'),
        knowledgeBaseConfiguration: {
          type: 'VECTOR',
          vectorKnowledgeBaseConfiguration: {
            embeddingModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
          },
        },
      },
      typicalAction: 'bedrock:InvokeModel',
      speaksAs: { workload: 'query' },
      sites: [
        {
          id: 'bedrock-create-knowledge-base',
          at: '$.roleArn',
          timing: 'both',
          tried: true,
          sends: sourceKeys('arn:<partition>:bedrock:<region>:<account>:knowledge-base/KB12345678', 'widely-reported'),
          fails: { code: 'ValidationException', message: 'Bedrock Knowledge Base was unable to assume the given role.' },
          confidence: { assumed: 'widely-reported' },
          docs: { trust: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html' },
        },
      ],
    },
    {
      name: 'CreateModelCustomizationJob',
      resource: 'custom-model/*',
      returns:
        '{ "jobArn": "arn:<partition>:bedrock:<region>:<account>:model-customization-job/<$.baseModelIdentifier|amazon.titan-text-express-v1>/a1b2c3d4e5f6" }',
      label: '<$.jobName|ft>',
      example: {
        jobName: 'ft',
        customModelName: 'ft-1',
        roleArn: exampleRole('bedrock-ft'),
        baseModelIdentifier: 'amazon.titan-text-express-v1',
        trainingDataConfig: { s3Uri: 's3://my-ml/train.jsonl' },
        outputDataConfig: { s3Uri: 's3://my-ml/out/' },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'bedrock-create-model-customization-job',
          at: '$.roleArn',
          timing: 'both',
          sends: sourceKeys(
            'arn:<partition>:bedrock:<region>:<account>:model-customization-job/<$.baseModelIdentifier|amazon.titan-text-express-v1>/a1b2c3d4e5f6',
            'widely-reported',
          ),
          docs: { trust: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-iam-role.html' },
        },
      ],
    },
  ],
})

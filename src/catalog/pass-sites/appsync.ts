import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createDataSourceSites: readonly SiteSpec[] = [
  {
    id: 'appsync-create-data-source',
    at: '$.serviceRoleArn',
    timing: 'run',
    sends: sourceKeys('arn:<partition>:appsync:<region>:<account>:apis/<$.apiId|abc123>', 'unsure'),
    session: 'APPSYNC_ASSUME_ROLE',
    fails: { place: 'later-caller' },
    confidence: { sessionName: 'unsure' },
  },
]

export const appsync = defineService({
  id: 'appsync',
  name: 'AWS AppSync',
  shortName: 'AppSync',
  workload: 'data-source',
  principal: 'appsync.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html' },
  calls: [
    {
      name: 'CreateDataSource',
      returns: '{ "dataSource": { "name": "<$.name|ddb>", "type": "<$.type|AMAZON_DYNAMODB>" } }',
      label: '<$.name|ddb>',
      example: {
        apiId: 'abc123',
        name: 'ddb',
        type: 'AMAZON_DYNAMODB',
        serviceRoleArn: exampleRole('appsync-ddb'),
        dynamodbConfig: { tableName: 't', awsRegion: 'us-east-1' },
      },
      typicalAction: 'dynamodb:GetItem',
      sites: createDataSourceSites,
    },
    {
      name: 'UpdateDataSource',
      returns: '{ "dataSource": { "name": "<$.name|ddb>", "type": "<$.type|AMAZON_DYNAMODB>" } }',
      label: '<$.name|ddb>',
      example: {
        apiId: 'abc123',
        name: 'ddb',
        type: 'AMAZON_DYNAMODB',
        serviceRoleArn: exampleRole('appsync-ddb'),
        dynamodbConfig: { tableName: 't', awsRegion: 'us-east-1' },
      },
      typicalAction: 'dynamodb:GetItem',
      sites: createDataSourceSites,
    },
  ],
})

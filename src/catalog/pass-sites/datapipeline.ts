import { defineService, exampleRole, inProfile } from '../define-service'

export const datapipeline = defineService({
  id: 'datapipeline',
  name: 'AWS Data Pipeline',
  shortName: 'Data Pipeline',
  workload: 'pipeline-run',
  principal: 'datapipeline.amazonaws.com',
  docs: { escalation: 'https://pathfinding.cloud/paths/datapipeline-001' },
  calls: [
    {
      name: 'PutPipelineDefinition',
      resource: 'pipeline/<$.pipelineId|df-0123456789ABCDEFGHIJ>',
      returns: '{ "errored": false }',
      label: '<$.pipelineId|df-0123456789ABCDEFGHIJ>',
      example: {
        pipelineId: 'df-0123456789ABCDEFGHIJ',
        pipelineObjects: [
          {
            id: 'Default',
            name: 'Default',
            fields: [
              { key: 'role', stringValue: 'DataPipelineDefaultRole' },
              { key: 'resourceRole', stringValue: 'DataPipelineDefaultResourceRole' },
              { key: 'scheduleType', stringValue: 'ondemand' },
            ],
          },
        ],
      },
      exampleResolved: { instanceProfiles: { DataPipelineDefaultResourceRole: exampleRole('DataPipelineDefaultResourceRole') } },
      typicalAction: 'ec2:RunInstances',
      sites: [
        {
          id: 'datapipeline-role',
          at: '$.pipelineObjects[].fields[key=role].stringValue',
          kind: 'role-name-or-arn',
          use: 'execution',
          timing: 'run',
          session: 'EDPSession',
          fails: { place: 'pipeline-execution' },
          confidence: { trustPrincipal: 'widely-reported', sessionName: 'widely-reported' },
        },
        inProfile({
          id: 'datapipeline-resource-role',
          at: '$.pipelineObjects[].fields[key=resourceRole].stringValue',
          timing: 'run',
          fails: { place: 'pipeline-execution' },
          confidence: { trustPrincipal: 'widely-reported', sessionName: 'widely-reported' },
        }),
      ],
    },
  ],
})

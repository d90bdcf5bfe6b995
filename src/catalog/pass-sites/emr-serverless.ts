import { defineService, exampleRole, sourceKeys } from '../define-service'

export const emrServerless = defineService({
  id: 'emr-serverless',
  name: 'Amazon EMR Serverless',
  shortName: 'EMR Serverless',
  workload: 'job',
  principal: 'emr-serverless.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-runtime-role.html' },
  calls: [
    {
      name: 'StartJobRun',
      resource: '/applications/<$.applicationId|00f1abcdef>',
      returns: '{ "applicationId": "<$.applicationId|00f1abcdef>", "jobRunId": "00f1abcdefgh" }',
      label: 'job run',
      example: {
        applicationId: '00f1abcdef',
        clientToken: 't-1',
        executionRoleArn: exampleRole('emr-serverless-job'),
        jobDriver: { sparkSubmit: { entryPoint: 's3://my-scripts/job.py' } },
      },
      typicalAction: 's3:GetObject',
      sites: [
        {
          id: 'emr-serverless-start-job-run',
          at: '$.executionRoleArn',
          timing: 'both',
          sends: sourceKeys('arn:<partition>:emr-serverless:<region>:<account>:/applications/<$.applicationId|00f1abcdef>', 'unsure'),
        },
      ],
    },
  ],
})

import type { ScenarioId } from './catalogue'

/** The themes of the scenarios, as lists of them are headed. */
export interface ScenarioGroup {
  readonly id: 'passing' | 'trust' | 'services' | 'layers' | 'taking'
  readonly scenarios: readonly ScenarioId[]
}

/** Every scenario under its theme. */
export const scenarioGroups: readonly ScenarioGroup[] = [
  {
    id: 'passing',
    scenarios: [
      'clean-hand-over',
      'no-pass-role',
      'passed-to-service',
      'explicit-deny-admin',
      'role-path',
      'task-definition-roles',
      'other-account-role',
    ],
  },
  { id: 'trust', scenarios: ['wrong-service-principal', 'swapped-roles', 'source-account'] },
  {
    id: 'services',
    scenarios: ['ec2-instance-profile', 'lambda-execution-role', 'codebuild-project', 'codepipeline-pipeline', 'cloudformation-role'],
  },
  { id: 'layers', scenarios: [] },
  { id: 'taking', scenarios: ['direct-assume-role', 'assume-not-pass'] },
]

import { defineService, exampleRole, type SiteSpec } from '../define-service'

/** A role that an app's user takes on; `amr` tells the signed-in from the rest. */
const site = (id: string, at: string, amr: 'authenticated' | 'unauthenticated'): SiteSpec => ({
  id,
  at,
  assumer: { kind: 'web-identity', provider: 'cognito-identity.amazonaws.com' },
  passedTo: [],
  timing: 'run',
  tried: false,
  sends: [
    {
      key: 'cognito-identity.amazonaws.com:aud',
      value: '<$.IdentityPoolId|us-east-1:11111111-2222-3333-4444-555555555555>',
      confidence: 'documented',
    },
    { key: 'cognito-identity.amazonaws.com:amr', value: amr, confidence: 'documented' },
  ],
  session: 'CognitoIdentityCredentials',
  fails: {
    code: 'InvalidIdentityPoolConfigurationException',
    message: 'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    place: 'later-caller',
  },
  confidence: { passedToService: 'unsure', sessionName: 'widely-reported', assumed: 'widely-reported' },
})

export const cognitoIdentity = defineService({
  id: 'cognito-identity',
  name: 'Amazon Cognito identity pools',
  shortName: 'Cognito',
  workload: 'app-user',
  principal: 'cognito-identity.amazonaws.com',
  docs: {
    passRole: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
    trust: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  },
  calls: [
    {
      name: 'SetIdentityPoolRoles',
      label: 'roles set',
      example: {
        IdentityPoolId: 'us-east-1:11111111-2222-3333-4444-555555555555',
        Roles: { authenticated: exampleRole('Cognito_Auth'), unauthenticated: exampleRole('Cognito_Unauth') },
        RoleMappings: {
          'login.example.com': {
            Type: 'Rules',
            RulesConfiguration: { Rules: [{ Claim: 'team', MatchType: 'Equals', Value: 'dev', RoleARN: exampleRole('Cognito_Dev') }] },
          },
        },
      },
      typicalAction: 's3:GetObject',
      sites: [
        site('cognito-identity-authenticated', '$.Roles.authenticated', 'authenticated'),
        site('cognito-identity-unauthenticated', '$.Roles.unauthenticated', 'unauthenticated'),
        site('cognito-identity-rule', '$.RoleMappings.*.RulesConfiguration.Rules[].RoleARN', 'authenticated'),
      ],
    },
  ],
})

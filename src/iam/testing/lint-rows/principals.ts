import { ecs, github, type LintRow, oidc, role, trust, trustWhen, v } from './texts'

/** For tests: the checks of `lint-principals.ts`. */
export const principalsRows: readonly LintRow[] = [
  {
    code: 'trust-everyone',
    type: 'trust',
    severity: 'security',
    found: [trust('|"*"|'), trust('{"AWS":|"*"|}')],
    not: [trust('"*"', '"Action":"sts:AssumeRole"', 'Deny'), trust('{"AWS":"111122223333"}')],
  },
  {
    code: 'trust-everyone',
    type: 'trust',
    severity: 'warning',
    found: [trustWhen('|"*"|', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
  },
  {
    code: 'service-format',
    type: 'trust',
    severity: 'error',
    found: [trust('{"Service":|"ecs-tasks"|}'), trust('{"Service":|"ecs-tasks.amazonaws.co"|}')],
    not: [trust(ecs), trust('{"Service":"states.us-east-1.amazonaws.com"}'), trust('{"Service":"ec2.amazonaws.com.cn"}')],
    suggestion: 'ecs-tasks.amazonaws.com',
  },
  {
    code: 'federated-format',
    type: 'trust',
    found: [trust('{"Federated":|"google.com"|}', '"Action":"sts:AssumeRoleWithWebIdentity"')],
    not: [
      trust('{"Federated":"accounts.google.com"}', '"Action":"sts:AssumeRoleWithWebIdentity"'),
      trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":"sts:AssumeRoleWithSAML"'),
    ],
  },
  {
    code: 'federated-not-supported',
    type: 'resource-based',
    found: [
      `{${v},"Statement":{"Effect":"Allow","Principal":{"Federated":|"accounts.google.com"|},"Action":"s3:GetObject","Resource":"*"}}`,
    ],
    not: [`{${v},"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}}`],
  },
  {
    code: 'principal-format',
    type: 'trust',
    found: [trust('{"AWS":|"aya"|}'), trust('{"AWS":|"ecs-tasks.amazonaws.com"|}'), trust('{"AWS":|"arn:aws:iam:::role/x"|}')],
    not: [trust('{"AWS":"111122223333"}'), trust(`{"AWS":"${role}"}`), trust('{"AWS":"*"}')],
  },
  {
    code: 'principal-group',
    type: 'trust',
    found: [trust('{"AWS":|"arn:aws:iam::111122223333:group/devs"|}')],
    not: [trust('{"AWS":"arn:aws:iam::111122223333:user/devs"}')],
  },
  {
    code: 'principal-session-redundant',
    type: 'trust',
    found: [trust(`{"AWS":["${role}",|"arn:aws:sts::111122223333:assumed-role/app/s"|]}`)],
    not: [trust(`{"AWS":["${role}","arn:aws:sts::111122223333:assumed-role/other/s"]}`)],
  },
  {
    code: 'action-for-principal',
    type: 'trust',
    severity: 'error',
    found: [trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":|"sts:AssumeRole"|')],
    not: [
      trust('{"Federated":"arn:aws:iam::111122223333:saml-provider/x"}', '"Action":["sts:AssumeRoleWithSAML","sts:TagSession"]'),
      trust(ecs),
    ],
    suggestion: 'sts:AssumeRoleWithSAML',
  },
  {
    code: 'action-for-principal',
    type: 'trust',
    found: [trust(ecs, '"Action":|"sts:AssumeRoleWithWebIdentity"|')],
    not: [trust(ecs, '"Action":"sts:*"'), trust('{}'), trust('{"AWS":[]}')],
    suggestion: 'sts:AssumeRole',
  },
  {
    code: 'oidc-without-key',
    type: 'trust',
    severity: 'security',
    found: [trust(oidc('x.example').replace(/("arn.*?")/, '|$1|'), '"Action":"sts:AssumeRoleWithWebIdentity"')],
    not: [trustWhen(oidc('x.example'), '"StringEquals":{"x.example:sub":"a"}', 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'github-without-repository',
    type: 'trust',
    severity: 'security',
    found: [
      trustWhen(
        oidc(github).replace(/("arn.*?")/, '|$1|'),
        `"StringEquals":{"${github}:aud":"sts.amazonaws.com"}`,
        'sts:AssumeRoleWithWebIdentity',
      ),
    ],
    not: [trustWhen(oidc(github), `"StringEquals":{"${github}:sub":"repo:a/b:ref:refs/heads/main"}`, 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'github-any-repository',
    type: 'trust',
    found: [trustWhen(oidc(github), `"StringLike":{"${github}:sub":|"repo:a/*"|}`, 'sts:AssumeRoleWithWebIdentity')],
    not: [trustWhen(oidc(github), `"StringLike":{"${github}:sub":"repo:a/b:ref:refs/heads/*"}`, 'sts:AssumeRoleWithWebIdentity')],
  },
  {
    code: 'service-without-source',
    type: 'trust',
    severity: 'info',
    found: [trust('{"Service":|"ecs-tasks.amazonaws.com"|}')],
    not: [trustWhen(ecs, '"StringEquals":{"aws:SourceAccount":"111122223333"}'), trust('{"Service":"ec2.amazonaws.com"}')],
  },
  {
    code: 'service-without-source',
    type: 'resource-based',
    severity: 'security',
    found: [
      `{${v},"Statement":{"Effect":"Allow","Principal":{"Service":|"sns.amazonaws.com"|},"Action":"sqs:SendMessage","Resource":"*"}}`,
    ],
    not: [`{${v},"Statement":{"Effect":"Deny","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"}}`],
  },
  {
    code: 'service-without-key',
    type: 'trust',
    found: [trustWhen(ecs, '"StringEquals":{|"aws:PrincipalOrgID"|:"o-1"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"aws:PrincipalOrgID":"o-1"}')],
  },
  {
    code: 'external-id-of-service',
    type: 'trust',
    found: [trustWhen(ecs, '"StringEquals":{|"sts:ExternalId"|:"x"}')],
    not: [
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"sts:ExternalId":"x"}'),
      trustWhen('{"Service":"elasticbeanstalk.amazonaws.com"}', '"StringEquals":{"sts:ExternalId":"elasticbeanstalk"}'),
    ],
  },
  {
    code: 'mfa-of-service',
    type: 'trust',
    found: [trustWhen(ecs, '"Bool":{|"aws:MultiFactorAuthPresent"|:"true"}')],
    not: [trustWhen('{"AWS":"111122223333"}', '"Bool":{"aws:MultiFactorAuthPresent":"true"}')],
  },
  {
    code: 'tag-session-missing',
    type: 'trust',
    found: [
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{|"aws:RequestTag/team"|:"a"}'),
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{|"sts:SourceIdentity"|:"a"}'),
    ],
    not: [
      trust(
        '{"AWS":"111122223333"}',
        '"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:RequestTag/team":"a"}}',
      ),
      trustWhen('{"AWS":"111122223333"}', '"StringEquals":{"sts:ExternalId":"a"}'),
    ],
  },
]

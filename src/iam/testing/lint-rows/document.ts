import { allow, ecs, type LintRow, long, of, s3, trust, v } from './texts'

/** For tests: the checks of `lint-document.ts`. */
export const documentRows: readonly LintRow[] = [
  { code: 'missing-version', found: ['|{|"Statement":[]}'], not: [`{${v},"Statement":[]}`, '{"Version":"2008-10-17","Statement":[]}'] },
  {
    code: 'policy-too-large',
    found: [`|{|${v},"Statement":${allow(long(6100))}}`],
    not: [`{${v},"Statement":${allow(long(6000))}}`, `{${v},"Statement":${allow('"*"')}${' '.repeat(7000)}}`],
  },
  {
    code: 'policy-too-large',
    type: 'service-control',
    severity: 'error',
    found: [`|{|${v},"Statement":${allow(long(5100))}}`],
    not: [`{${v},"Statement":${allow(long(5000))}}`],
  },
  {
    code: 'policy-near-limit',
    severity: 'info',
    found: [`|{|${v},"Statement":${allow(long(5500))}}`, `|{|${v},"Statement":${allow(long(6000))}}`],
    not: [
      `{${v},"Statement":${allow(long(5400))}}`,
      `{${v},"Statement":${allow(long(6100))}}`,
      `{${v},"Statement":${allow('"*"')}${' '.repeat(5800)}}`,
    ],
  },
  {
    code: 'policy-near-limit',
    type: 'trust',
    severity: 'info',
    found: [`|{|${v},"Statement":{"Sid":${long(1800)},"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}`],
    not: [trust(ecs)],
  },
  {
    code: 'boundary-allows-nothing',
    type: 'permissions-boundary',
    found: [`|{|${v},"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`],
    not: [of('"Resource":"*"'), `{${v},"Statement":[]}`],
  },
  {
    code: 'duplicate-statement',
    severity: 'suggestion',
    found: [`{${v},"Statement":[${allow('["x","*"]', '"Sid":"A",')},|${allow('["*","x"]', '"Sid":"B",')}|]}`],
    not: [`{${v},"Statement":[${allow('"*"')},${allow(s3)}]}`],
  },
]

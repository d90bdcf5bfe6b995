import type { Scenario } from '../scenario'
import { account, policy, readData, roleArn, takeRole, trustsPrincipal } from '../write'

const role = roleArn('reader', '444455556666')

export const crossAccountTrust: Scenario = {
  id: 'cross-account-trust',
  documents: {
    request: takeRole(role, {}, { workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' } }),
    identityPolicy: policy({ sid: 'TakeReaders', action: 'sts:AssumeRole', resource: roleArn('reader', '*') }),
    trustPolicy: policy(trustsPrincipal('TrustPartner', 'arn:aws:iam::777788889999:root')),
    rolePolicy: readData,
  },
  solution: { trustPolicy: policy(trustsPrincipal('TrustPartner', `arn:aws:iam::${account}:root`)) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustPartner', reason: 'no-value-matches' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya may take on the role reader in any account. The one in 444455556666 trusts a partner, but not hers.',
    ja: 'Aya はどのアカウントの reader も引き受けられます。しかし 444455556666 の reader が信頼しているのは、別のパートナーのアカウントです。',
  },
  task: {
    en: 'In the other account, let the role trust account 111122223333.',
    ja: '別アカウント側で、ロールがアカウント 111122223333 を信頼するようにしてください。',
  },
  hints: [
    {
      en: 'Her own policy says yes to every account. It is the other side that decides.',
      ja: 'Aya 自身のポリシーはどのアカウントのロールも許可しています。決めるのは相手側です。',
    },
    { en: 'The Principal names account 777788889999.', ja: 'Principal に書かれているのはアカウント 777788889999 です。' },
  ],
  insight: {
    en: "A wildcard in the caller's policy opens no door in another account. It only lets her knock.",
    ja: '呼び出し元のポリシーにワイルドカードがあっても、別アカウントのロールを引き受けられるようにはなりません。要求できるようになるだけです。',
  },
}

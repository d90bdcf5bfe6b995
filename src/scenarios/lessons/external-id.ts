import type { Scenario } from '../scenario'
import { policy, roleArn, takeRole, trustsPrincipal } from '../write'

const role = roleArn('cost-reader')
const vendor = '444455556666'
const readCosts = { action: 'ce:GetCostAndUsage', resource: '*' }
const take = (ExternalId: string) =>
  takeRole(
    role,
    { RoleSessionName: 'costs', ExternalId },
    { caller: `arn:aws:sts::${vendor}:assumed-role/collector/Example-Corp`, workload: readCosts },
  )

export const externalId: Scenario = {
  id: 'external-id',
  documents: {
    request: take('customer-4711'),
    identityPolicy: policy({ sid: 'TakeCustomerRoles', action: 'sts:AssumeRole', resource: roleArn('cost-reader', '*') }),
    trustPolicy: policy({
      ...trustsPrincipal('TrustExampleCorp', `arn:aws:iam::${vendor}:root`),
      condition: ['StringEquals', 'sts:ExternalId', 'customer-1009'],
    }),
    rolePolicy: policy({ sid: 'ReadCosts', ...readCosts }),
  },
  solution: { request: take('customer-1009') },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustExampleCorp', reason: 'no-value-matches' },
  goal: {
    outcome: 'allowed',
    staysDenied: [
      {
        text: { en: 'Mallory, customer 4711, stays out', ja: '顧客 4711 の Mallory は引き受けられないまま' },
        request: { parameters: { RoleArn: role, RoleSessionName: 'costs', ExternalId: 'customer-4711' } },
        stoppedAt: 'assume-role',
      },
      {
        text: { en: 'a call without an external id stays out', ja: '外部 ID のない呼び出しは拒否されたまま' },
        request: { parameters: { RoleArn: role, RoleSessionName: 'costs' } },
        stoppedAt: 'assume-role',
      },
    ],
  },
  story: {
    en: "Example Corp reads its customers' bills. Mallory, customer 4711, told it the ARN of a role that is not hers: Aya's. Now Example Corp asks for that role.",
    ja: 'Example Corp は顧客の請求情報を読み取るサービスです。顧客 4711 の Mallory が、自分のものではない Aya のロールの ARN を登録しました。Example Corp はそのロールを要求します。',
  },
  task: {
    en: 'Mallory is kept out: leave the trust policy alone. Then make the call that Example Corp makes for Aya, customer 1009.',
    ja: 'Mallory は防がれています。信頼ポリシーはそのままに、Example Corp が顧客 1009 の Aya のために行う呼び出しにしてください。',
  },
  hints: [
    {
      en: 'The caller is Example Corp both times. What tells whom it works for?',
      ja: 'どちらの呼び出し元も Example Corp です。誰のための呼び出しかは何でわかりますか?',
    },
    { en: 'ExternalId in the request: customer-1009.', ja: 'リクエストの ExternalId を customer-1009 にします。' },
  ],
  insight: {
    en: 'An external id is no secret. It works because Example Corp chooses it, one for each customer, and Mallory cannot make it send another.',
    ja: '外部 ID は秘密の値ではありません。Example Corp が顧客ごとに割り当てるため、Mallory が別の値を送らせることはできない。それが混乱した代理問題を防ぎます。',
  },
}

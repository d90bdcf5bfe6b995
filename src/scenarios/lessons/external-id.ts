import type { Scenario } from '../scenario'
import { policy, roleArn, takeRole, trustsPrincipal } from '../write'

const role = roleArn('costs')
const vendor = '444455556666'
const readBills = { action: 's3:GetObject', resource: 'arn:aws:s3:::aya-bills/2026-11.csv' }
const take = (ExternalId: string) =>
  takeRole(
    role,
    { RoleSessionName: 'bills', ExternalId },
    { caller: `arn:aws:sts::${vendor}:assumed-role/bills/exco`, workload: readBills },
  )

export const externalId: Scenario = {
  id: 'external-id',
  documents: {
    request: take('exco-4711'),
    identityPolicy: policy({ sid: 'TakeCustomerRoles', action: 'sts:AssumeRole', resource: roleArn('costs', '*') }),
    trustPolicy: policy({
      ...trustsPrincipal('TrustExco', `arn:aws:iam::${vendor}:root`),
      condition: ['StringEquals', 'sts:ExternalId', 'exco-1009'],
    }),
    rolePolicy: policy({ sid: 'ReadBills', action: 's3:GetObject', resource: 'arn:aws:s3:::aya-bills/*' }),
  },
  solution: { request: take('exco-1009') },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustExco', reason: 'no-value-matches' },
  goal: {
    outcome: 'allowed',
    staysDenied: [
      {
        text: { en: 'Mallory, customer 4711, stays out', ja: '顧客 4711 の Mallory は引き受けられないまま' },
        request: { parameters: { RoleArn: role, RoleSessionName: 'bills', ExternalId: 'exco-4711' } },
        stoppedAt: 'assume-role',
      },
      {
        text: { en: 'a call without an external id stays out', ja: '外部 ID のない呼び出しは拒否されたまま' },
        request: { parameters: { RoleArn: role, RoleSessionName: 'bills' } },
        stoppedAt: 'assume-role',
      },
    ],
  },
  story: {
    en: "Exco reads its customers' bills. Mallory, customer 4711, told it the ARN of a role that is not hers: Aya's. Now Exco asks for that role.",
    ja: 'Exco は顧客の請求情報を読み取るサービスです。顧客 4711 の Mallory が、自分のものではない Aya のロールの ARN を登録しました。Exco はそのロールを要求します。',
  },
  task: {
    en: 'Mallory is kept out: leave the trust policy alone. Then make the call that Exco makes for Aya, customer 1009.',
    ja: 'Mallory は防がれています。信頼ポリシーはそのままに、Exco が顧客 1009 の Aya のために行う呼び出しにしてください。',
  },
  hints: [
    {
      en: 'The caller is Exco both times. What tells whom it works for?',
      ja: 'どちらの呼び出し元も Exco です。誰のための呼び出しかは何でわかりますか?',
    },
    { en: 'ExternalId in the request: exco-1009.', ja: 'リクエストの ExternalId を exco-1009 にします。' },
  ],
  insight: {
    en: 'An external id is no secret. It works because Exco chooses it, one for each customer, and Mallory cannot make it send another.',
    ja: '外部 ID は秘密の値ではありません。Exco が顧客ごとに割り当てるため、Mallory が別の値を送らせることはできない。それが混乱した代理問題を防ぎます。',
  },
}

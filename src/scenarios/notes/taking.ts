import type { TrainerNotes } from '../scenario'

const directAssumeRole: TrainerNotes = {
  ask: {
    en: 'Aya may pass this role to ECS. May she use it herself? (Not as long as the role trusts ECS alone.)',
    ja: '「Aya はこのロールを ECS に渡せます。自分でも使えるでしょうか?」(ロールが信頼しているのが ECS だけなら使えない)',
  },
  say: [
    {
      en: 'PassRole plays no part here: no service stands in between. One call, **two documents**.',
      ja: '間にサービスが入らないので PassRole は関係ない。1 回の呼び出しを **2 つの文書**で評価する。',
    },
    {
      en: 'The trust policy always has to say yes. An administrator’s policy does not replace it.',
      ja: '信頼ポリシーの許可は常に必要。管理者のポリシーがあっても代わりにはならない。',
    },
    {
      en: '`arn:aws:iam::111122223333:root` means **the account**, not its root user: now identity policies decide who.',
      ja: '`arn:aws:iam::111122223333:root` はルートユーザーではなく**アカウント全体**。誰に許すかはアイデンティティベースのポリシーで決まる。',
    },
  ],
  question: {
    en: 'If the trust policy names Aya’s user, does she need a policy too? Within one account no: naming her is enough.',
    ja: '信頼ポリシーで Aya のユーザーを直接指定すれば、Aya 側のポリシーは不要? 同じアカウントなら不要。指定だけで足りる。',
  },
}

const tagSession: TrainerNotes = {
  ask: {
    en: '`sts:AssumeRole` is allowed on both sides. What is missing? (`sts:TagSession`, in the trust policy.)',
    ja: '「`sts:AssumeRole` は両側で許可されています。何が足りないのでしょうか?」(信頼ポリシーの `sts:TagSession`)',
  },
  say: [
    {
      en: 'One API call can need **two permissions**. Whoever sends tags is checked for `sts:TagSession` as well.',
      ja: '1 回の API 呼び出しに **2 つの権限**が必要になることがある。タグを付けると `sts:TagSession` も評価される。',
    },
    {
      en: 'The tags become `aws:PrincipalTag/team` in the session: one role serves many teams.',
      ja: 'タグはセッションの `aws:PrincipalTag/team` になる。1 つのロールを多くのチームで共用できる。',
    },
    {
      en: 'It fails as a whole. A session without its tags would be a session without its limits.',
      ja: '全体が失敗する。タグなしのセッションができてしまうと、制限のないセッションになるから。',
    },
  ],
  question: {
    en: 'Could Aya send team=finance instead? As it stands, yes. Add a condition on `aws:RequestTag/team` to the trust policy.',
    ja: 'Aya が team=finance を送ったら? このままでは通る。信頼ポリシーに `aws:RequestTag/team` の条件を追加する。',
  },
}

const roleChaining: TrainerNotes = {
  ask: {
    en: 'The role allows twelve hours, and four are asked for. Why is that too long? (The caller is itself a session of a role.)',
    ja: '「ロールの上限は 12 時間、要求は 4 時間です。なぜ長すぎるのでしょうか?」(呼び出し元自身がロールのセッションだから)',
  },
  say: [
    {
      en: 'From role to role: **one hour at most**. The role’s maximum session duration does not help.',
      ja: 'ロールからロールへは**最長 1 時間**。ロールの最大セッション時間を延ばしても変わらない。',
    },
    {
      en: 'No policy is evaluated: STS refuses the request itself. The error is `ValidationError`.',
      ja: 'ポリシーは評価されない。STS がリクエスト自体を受け付けない。エラーは `ValidationError`。',
    },
    {
      en: 'Many are in a chain without knowing: single sign-on or an instance role comes first.',
      ja: 'SSO やインスタンスロールを経由していると、気づかないうちにロールチェーンになっている。',
    },
  ],
  question: {
    en: 'How does a long job manage? Let the SDK fetch credentials again before they expire, from the first role.',
    ja: '長時間のジョブはどうする? 期限前に最初のロールから認証情報を再取得する。SDK に任せるのがよい。',
  },
}

const crossAccountAssumeRole: TrainerNotes = {
  ask: {
    en: 'The role trusts Aya by name. Is that enough across accounts? (No. Within one account it would be.)',
    ja: '「ロールは Aya を名指しで信頼しています。別アカウントでもこれで足りるでしょうか?」(足りない。同じアカウントなら足りる)',
  },
  say: [
    {
      en: 'Across accounts it is **AND**: the other account trusts, and one’s own account allows.',
      ja: 'アカウントをまたぐと **AND** になる。相手のアカウントが信頼し、自分のアカウントが許可する。',
    },
    {
      en: 'Nobody outside can give Aya powers that her own account has not given.',
      ja: '外部のアカウントが、Aya のアカウントで許可していない操作を Aya に許すことはできない。',
    },
    {
      en: 'Name the role in Resource. `*` would let her try every role in the world that trusts her account.',
      ja: 'Resource にはロールを指定する。`*` では、このアカウントを信頼するあらゆるロールを要求できてしまう。',
    },
  ],
  question: {
    en: 'Which side logs it? Both accounts, in CloudTrail. `sharedEventID` joins the two events.',
    ja: 'ログはどちらに残る? 両方のアカウントの CloudTrail に残る。`sharedEventID` で対応づけられる。',
  },
}

const crossAccountTrust: TrainerNotes = {
  ask: {
    en: 'Aya’s policy has a star for the account. Whose door does that open? (None. It only lets her knock.)',
    ja: '「Aya のポリシーはアカウント部分が `*` です。これでどのアカウントに入れますか?」(どこにも。要求できるだけ)',
  },
  say: [
    {
      en: 'Compare with the scenario before: there the caller’s side was missing, **here the role’s side**.',
      ja: '前のシナリオと比べる。あちらは呼び出し元側、**こちらはロール側**が足りない。',
    },
    {
      en: 'From outside both look the same: “is not authorized to perform: sts:AssumeRole”. Check both documents.',
      ja: '見た目はどちらも「is not authorized to perform: sts:AssumeRole」。両方の文書を確認する。',
    },
    {
      en: 'Principal takes no wildcard inside an ARN: `arn:aws:iam::*:root` is not valid. Name the accounts.',
      ja: 'Principal の ARN の一部にワイルドカードは使えない。`arn:aws:iam::*:root` は無効。アカウントを列挙する。',
    },
  ],
  question: {
    en: 'How do I trust a whole organization? Principal `*` with a condition on `aws:PrincipalOrgID`. Never the star without it.',
    ja: '組織全体を信頼するには? Principal を `*` にして `aws:PrincipalOrgID` の条件を付ける。条件なしの `*` は書かない。',
  },
}

/** What a trainer says about the scenarios in which a person takes a role. */
export const takingNotes = {
  'direct-assume-role': directAssumeRole,
  'tag-session': tagSession,
  'role-chaining': roleChaining,
  'cross-account-assume-role': crossAccountAssumeRole,
  'cross-account-trust': crossAccountTrust,
} as const

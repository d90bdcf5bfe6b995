import type { TrainerNotes } from '../scenario'

const permissionsBoundary: TrainerNotes = {
  ask: {
    en: 'Her own policy allows everything that is needed. What else can say no, without a Deny? (A boundary that does not say yes.)',
    ja: '「必要な操作は Aya のポリシーですべて許可されています。Deny なしに止められるものは?」(許可していないアクセス許可の境界)',
  },
  say: [
    {
      en: 'What counts is the **intersection**: identity policy AND boundary. A boundary grants nothing by itself.',
      ja: '有効なのは**共通部分**。アイデンティティベースのポリシー AND アクセス許可の境界。境界だけでは何も許可されない。',
    },
    {
      en: 'The message says it: “because no permissions boundary allows”. Changing her policy is in vain.',
      ja: 'メッセージに「because no permissions boundary allows」とある。Aya のポリシーを直しても解決しない。',
    },
    {
      en: 'Boundaries let teams create roles without becoming administrators; `iam:*` is what they usually leave out.',
      ja: '境界は、チームにロールの作成を任せても管理者にはさせないための仕組み。`iam:*` は含まれないのが普通。',
    },
  ],
  question: {
    en: 'Does the boundary of Aya limit app-task too? No. It binds Aya alone; a role may have one of its own.',
    ja: 'Aya の境界は app-task も制限する? しない。対象は Aya だけ。ロールには別に境界を設定できる。',
  },
}

const sessionPolicy: TrainerNotes = {
  ask: {
    en: 'The role release may pass app-task, and Aya is a session of it. Why is she refused? (The session has a policy of its own.)',
    ja: '「ロール release は app-task を渡せます。そのセッションの Aya が拒否されるのはなぜ?」(セッション自体にポリシーがある)',
  },
  say: [
    {
      en: 'A session policy is given **with the AssumeRole call**. It stands in no console page: look at the script that fetches the session.',
      ja: 'セッションポリシーは **AssumeRole の呼び出しで**渡される。コンソールには表示されないので、セッションを取得するスクリプトを見る。',
    },
    {
      en: 'Again an intersection: role AND session policy.',
      ja: 'これも共通部分。ロールのポリシー AND セッションポリシー。',
    },
    {
      en: 'The message names it: “no session policy allows”. Read the kind of policy first, then open that document.',
      ja: 'メッセージに「no session policy allows」とある。まずポリシーの種類を読み、それからその文書を開く。',
    },
  ],
  question: {
    en: 'Can I mend a session that is running? No. Fetch a new one; the old one keeps its policy until it expires.',
    ja: '実行中のセッションを直せる? 直せない。新しく取得する。古いセッションは期限まで同じポリシーのまま。',
  },
}

const scpDenyAtOu: TrainerNotes = {
  ask: {
    en: 'At which check does this stop, and has anybody looked at the role? (At the call itself. No.)',
    ja: '「どのチェックで止まりましたか? ロールは確認されましたか?」(呼び出し自体のチェック。ロールは未確認)',
  },
  say: [
    {
      en: 'The Deny stands in another account’s hands: the organization’s. An account administrator can neither see nor lift it here.',
      ja: 'Deny を管理しているのは組織側。アカウントの管理者が、このアカウント内で解除することはできない。',
    },
    {
      en: '“With an explicit deny in a service control policy”: call the people who run the organization.',
      ja: '「with an explicit deny in a service control policy」とあれば、組織の管理者に連絡する。',
    },
    {
      en: 'Region limits need exceptions for global services such as IAM. This one names three services and so avoids the problem.',
      ja: 'リージョン制限では、IAM などのグローバルサービスを除外する必要がある。ここでは対象を 3 つのサービスに絞って回避している。',
    },
  ],
  question: {
    en: 'Why not weaken the SCP for this one case? The guardrail is right, and the request is wrong. Change the region.',
    ja: '今回だけ SCP を緩めては? 正しいのはガードレールで、間違っているのはリクエスト。リージョンを変える。',
  },
}

const scpLevelWithoutAllow: TrainerNotes = {
  ask: {
    en: 'Find the Deny that stops this. (There is none that matches: an Allow is missing at one level.)',
    ja: '「止めている Deny を探してください」(一致する Deny はない。ある階層で Allow が欠けている)',
  },
  say: [
    {
      en: 'Each level must allow: root AND organizational unit AND account. `FullAWSAccess` is what usually does it, unseen.',
      ja: 'ルート AND OU AND アカウントのすべてで許可が必要。普段は `FullAWSAccess` がその役目を果たしていて、意識されない。',
    },
    {
      en: 'Detaching FullAWSAccess “because we have our own policy now” is a classic outage.',
      ja: '「自前のポリシーを付けたから」と FullAWSAccess を外すのは、典型的な障害の原因。',
    },
    {
      en: 'Inside one level the policies are joined by OR, between levels by AND.',
      ja: '同じ階層の中は OR、階層の間は AND。',
    },
  ],
  question: {
    en: 'Does an SCP grant anything? Never. It says what may be granted; the identity policy still has to grant it.',
    ja: 'SCP で権限は付与される? されない。付与できる範囲を決めるだけで、アイデンティティベースのポリシーでの許可も必要。',
  },
}

const scpExplicitDeny: TrainerNotes = {
  ask: {
    en: 'Aya has AdministratorAccess. Who in this account can pass the role? (Only a session of the role pipeline.)',
    ja: '「Aya には AdministratorAccess があります。このアカウントでロールを渡せるのは誰でしょうか?」(ロール pipeline のセッションだけ)',
  },
  say: [
    {
      en: '“Administrator” means everything **inside the account**. The organization is above it.',
      ja: '「管理者」とは**アカウントの中で**何でもできるという意味。組織はその上にある。',
    },
    {
      en: '`aws:PrincipalArn` of a session is the ARN of **the role**, without the session’s name. That is why the exception works for every run.',
      ja: 'セッションの `aws:PrincipalArn` は**ロールの** ARN で、セッション名を含まない。だから実行のたびに変わらず例外になる。',
    },
    {
      en: '`ArnNotLike` in a Deny: everybody **but** these. Read such statements twice.',
      ja: 'Deny の中の `ArnNotLike` は、これら**以外の**全員。二度読むこと。',
    },
  ],
  question: {
    en: 'Does it hold for the root user too? In a member account, yes. In the management account SCPs have no effect.',
    ja: 'ルートユーザーにも効く? メンバーアカウントでは効く。管理アカウントには SCP の効果がない。',
  },
}

const managementAccount: TrainerNotes = {
  ask: {
    en: 'An SCP at the root denies everything. Will this call run? (Let them vote. It does.)',
    ja: '「ルートの SCP がすべてを拒否しています。この呼び出しは通るでしょうか?」(投票してもらう。通る)',
  },
  say: [
    {
      en: 'SCPs do not apply to users and roles of the **management account**. No exception, no setting.',
      ja: 'SCP は**管理アカウント**のユーザーとロールには適用されない。例外も設定もない。',
    },
    {
      en: 'So keep workloads out of it: your guardrails do not reach there.',
      ja: 'だから管理アカウントではワークロードを動かさない。ガードレールが届かない場所だから。',
    },
    {
      en: 'Test SCPs in a member account. In the management account every test passes.',
      ja: 'SCP のテストはメンバーアカウントで。管理アカウントではどんなテストも通ってしまう。',
    },
  ],
  question: {
    en: 'And a delegated administrator account? It is a member account: SCPs apply.',
    ja: '委任管理者のアカウントは? メンバーアカウントなので、SCP が適用される。',
  },
}

const rcpOnSts: TrainerNotes = {
  ask: {
    en: 'An SCP could not have stopped ECS here. Why not? (SCPs bind users and roles of the organization, not AWS services.)',
    ja: '「ここで ECS を止めるのは SCP では不可能です。なぜでしょうか?」(SCP の対象は組織内のユーザーとロールで、AWS のサービスではない)',
  },
  say: [
    {
      en: 'An RCP guards **the resource**, here the role, against everybody who comes, services included.',
      ja: 'RCP は**リソース** (ここではロール) を、サービスを含むあらゆる相手から守る。',
    },
    {
      en: '`aws:SourceOrgID` says for which organization the service works. It is the organization-wide form of SourceAccount.',
      ja: '`aws:SourceOrgID` は、サービスがどの組織のために処理しているかを示す。SourceAccount の組織版といえる。',
    },
    {
      en: 'The trust policy is fine and stays so: mend the layer that denied.',
      ja: '信頼ポリシーに問題はない。直すのは拒否した層。',
    },
  ],
  question: {
    en: 'Do RCPs work for every service? Only for some, among them S3, STS, KMS, SQS and Secrets Manager. Check the current list.',
    ja: 'RCP はすべてのサービスで使える? S3、STS、KMS、SQS、Secrets Manager など一部に限られる。最新の一覧を確認する。',
  },
}

/** What a trainer says about the scenarios of the layers around an identity policy. */
export const layerNotes = {
  'permissions-boundary': permissionsBoundary,
  'session-policy': sessionPolicy,
  'scp-deny-at-ou': scpDenyAtOu,
  'scp-level-without-allow': scpLevelWithoutAllow,
  'scp-explicit-deny': scpExplicitDeny,
  'management-account': managementAccount,
  'rcp-on-sts': rcpOnSts,
} as const

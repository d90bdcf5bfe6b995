import type { TrainerNotes } from '../scenario'

const wrongServicePrincipal: TrainerNotes = {
  ask: {
    en: 'Check 2 said yes. So is the role all right? (Nobody has asked the role yet.)',
    ja: '「②は許可されました。ではロールに問題はないでしょうか?」(ロール側はまだ誰も確認していない)',
  },
  say: [
    {
      en: '`ecs.amazonaws.com` and `ecs-tasks.amazonaws.com` are **two principals**. Tasks use the second; the first is the ECS service itself.',
      ja: '`ecs.amazonaws.com` と `ecs-tasks.amazonaws.com` は**別のプリンシパル**。タスクが使うのは後者で、前者は ECS サービス自体のもの。',
    },
    {
      en: 'The error comes from ECS and not from IAM: it is worded differently, and speaks of the **trust relationship**.',
      ja: 'このエラーを返すのは IAM ではなく ECS。文言も違い、**trust relationship** に触れている。',
    },
    {
      en: 'Do not guess a principal: each service documents its own.',
      ja: 'プリンシパル名は推測せず、各サービスのドキュメントで確認する。',
    },
  ],
  question: {
    en: 'May I name both? Yes, Service takes a list. But each name is one more service that can use the role.',
    ja: '両方書いてもよい? Service にはリストを指定できる。ただし 1 つ増やすたびに、ロールを使えるサービスが増える。',
  },
}

const sourceAccount: TrainerNotes = {
  ask: {
    en: 'The principal matches. What else in this statement has to match? (The condition.)',
    ja: '「プリンシパルは一致しています。ほかに一致が必要なのはどこでしょうか?」(Condition)',
  },
  say: [
    {
      en: 'Everything in a statement is joined by AND. One condition that fails, and the statement does not count.',
      ja: 'ステートメントの要素は AND で結ばれる。条件が 1 つでも一致しなければ、ステートメント全体が適用されない。',
    },
    {
      en: '`aws:SourceAccount` says **for which account** the service works right now. It is the guard against the confused deputy.',
      ja: '`aws:SourceAccount` は、サービスが**どのアカウントのために**処理しているかを示す。混乱した代理問題への対策になる。',
    },
    {
      en: 'Copied policies bring the account numbers of where they come from. Search for them.',
      ja: 'コピーしたポリシーには元のアカウント番号が残る。置き換え漏れを検索する。',
    },
  ],
  question: {
    en: 'Does every service send it? No. Where a service does not, this condition locks the service out: check its documentation first.',
    ja: 'どのサービスも送信する? しないサービスもある。その場合はこの条件で締め出されるので、先にドキュメントで確認する。',
  },
}

const confusedDeputy: TrainerNotes = {
  ask: {
    en: 'AppSync asks STS for the same role, once for Aya and once for Mallory. What does STS see of that? (The principal is the same; only `aws:SourceAccount` differs.)',
    ja: '「AppSync は同じロールを Aya のためにも Mallory のためにも要求します。STS から見た違いは?」(プリンシパルは同じで、`aws:SourceAccount` だけが違う)',
  },
  say: [
    {
      en: 'AppSync is the **deputy**: it may take the role, and is confused about whom it takes it for.',
      ja: 'AppSync が**代理**にあたる。ロールを引き受ける権限はあるが、誰のためかを取り違えている。',
    },
    {
      en: 'The ARN of a role is no secret. What kept Mallory out was `iam:PassRole`, until somebody found a way around it.',
      ja: 'ロールの ARN は秘密ではない。Mallory を防いでいたのは `iam:PassRole` で、それをすり抜ける方法が見つかった。',
    },
    {
      en: 'It happened to AppSync in 2022; AWS closed the hole within days. A condition in your own policy does not have to wait for that.',
      ja: '2022 年に AppSync で実際に起き、AWS が数日で修正した。自分のポリシーの条件なら、修正を待たずに備えられる。',
    },
  ],
  question: {
    en: 'Then why PassRole at all? It is the first lock, and it works today. The condition is the second, for the day on which the first one fails.',
    ja: 'それなら PassRole は不要? PassRole は今も働いている 1 つ目の鍵。条件は、それが破られた日のための 2 つ目の鍵。',
  },
}

const externalId: TrainerNotes = {
  ask: {
    en: 'Both calls come from Exco, with the same keys. How can Aya’s role tell them apart? (By the external id alone.)',
    ja: '「どちらも Exco からの、同じ認証情報による呼び出しです。Aya のロールはどうやって区別しますか?」(外部 ID だけが手がかり)',
  },
  say: [
    {
      en: 'Exco is the **deputy**: it has the right, and is confused about whom it acts for.',
      ja: 'Exco が**代理人**。権限は持っているが、誰のための処理かを取り違えている。',
    },
    {
      en: 'Role ARNs are no secret. Mallory only had to guess or read one.',
      ja: 'ロールの ARN は秘密ではない。Mallory は推測するか、どこかで目にするだけでよかった。',
    },
    {
      en: 'It works because **the vendor** chooses the id, one for each customer. If customers could choose, Mallory would choose Aya’s.',
      ja: '有効なのは、**ベンダー側が**顧客ごとに ID を割り当てるから。顧客が選べるなら、Mallory は Aya の ID を選べてしまう。',
    },
  ],
  question: {
    en: 'Must it be kept secret? No, AWS does not treat it as one. It must be unique for each customer.',
    ja: '秘密にする必要は? ない。AWS も秘密としては扱っていない。大切なのは顧客ごとに一意であること。',
  },
}

const mfaRequired: TrainerNotes = {
  ask: {
    en: 'Aya signed in to the console with MFA this morning. Does her access key know? (No.)',
    ja: '「Aya は今朝、MFA でコンソールにサインインしました。アクセスキーにはそれが反映されるでしょうか?」(されない)',
  },
  say: [
    {
      en: 'With long-term keys `aws:MultiFactorAuthPresent` is **absent**, not false. `Bool` needs the key to be there, so nothing matches.',
      ja: '長期のアクセスキーでは `aws:MultiFactorAuthPresent` は false ではなく、**キー自体が存在しない**。`Bool` はキーがなければ一致しない。',
    },
    {
      en: 'The code travels with the call: `SerialNumber` and `TokenCode` of AssumeRole. In a CLI profile: `mfa_serial`.',
      ja: 'コードは AssumeRole の `SerialNumber` と `TokenCode` で送る。CLI のプロファイルなら `mfa_serial`。',
    },
    {
      en: 'In a Deny, `BoolIfExists` with `false` also catches calls without the key. Plain `Bool` would let access keys through.',
      ja: 'Deny に書くなら `BoolIfExists` と `false`。キーのない呼び出しも対象になる。ただの `Bool` ではアクセスキーがすり抜ける。',
    },
  ],
  question: {
    en: 'May this role go to a Lambda function too? A service never brings MFA. Make a second role.',
    ja: 'このロールを Lambda 関数にも使える? サービスが MFA を使うことはない。ロールを分ける。',
  },
}

/** What a trainer says about the scenarios of trust. */
export const trustNotes = {
  'wrong-service-principal': wrongServicePrincipal,
  'source-account': sourceAccount,
  'confused-deputy': confusedDeputy,
  'external-id': externalId,
  'mfa-required': mfaRequired,
} as const

import type { TrainerNotes } from '../scenario'

const cleanHandOver: TrainerNotes = {
  ask: {
    en: 'How many documents have to say yes before this task can read S3? (Three: her policy, the trust policy, and what the role itself may do.)',
    ja: '「このタスクが S3 を読み取るまでに、いくつの文書の許可が必要でしょうか?」(3 つ。Aya のポリシー、信頼ポリシー、ロール自体のアクセス許可)',
  },
  say: [
    {
      en: 'Aya never becomes app-task. She **hands it over**, and ECS takes it on. Watch the colour of the line change at check 3.',
      ja: 'Aya が app-task になるわけではない。**渡す**のが Aya、**引き受ける**のが ECS。③で線の色が変わる点に注目してもらう。',
    },
    {
      en: '`iam:PassRole` is a permission, not an API. Nobody calls it, and CloudTrail has no event of that name.',
      ja: '`iam:PassRole` は権限であって API ではない。呼び出されることはなく、CloudTrail にもその名前のイベントは残らない。',
    },
    {
      en: 'The person deploys with little power, and the task runs with much. That gap is why PassRole exists.',
      ja: '権限の小さい人が、権限の大きいタスクを起動できる。この差を管理するために PassRole がある。',
    },
  ],
  question: {
    en: 'Is the trust policy checked when the role is passed? No. Check 2 reads only the policies of the caller; check 3 reads the trust policy.',
    ja: 'ロールを渡すときに信頼ポリシーも見る? 見ない。②で評価されるのは呼び出し元のポリシーだけ。信頼ポリシーは③で評価される。',
  },
}

const noPassRole: TrainerNotes = {
  ask: {
    en: 'Aya is allowed `ecs:RunTask` on everything. Is that enough to run a task with a role? (No.)',
    ja: '「Aya は `ecs:RunTask` をすべてのリソースに対して許可されています。ロール付きのタスクを実行できるでしょうか?」(できない)',
  },
  say: [
    {
      en: 'The error names an action that nobody called: `iam:PassRole`. Teach the room to read the message to the end.',
      ja: 'エラーに出てくるのは、誰も呼び出していない `iam:PassRole`。メッセージを最後まで読む習慣をつけてもらう。',
    },
    {
      en: '“No identity-based policy allows” is an **implicit** deny: something is missing. Do not look for a Deny.',
      ja: '「no identity-based policy allows」は**暗黙的な拒否**。許可が足りないだけなので、Deny を探しても見つからない。',
    },
    {
      en: 'Grant it narrowly: one role in Resource, one service in `iam:PassedToService`.',
      ja: '許可は狭く書く。Resource にロールを 1 つ、`iam:PassedToService` にサービスを 1 つ。',
    },
  ],
  question: {
    en: 'Would `ecs:*` have been enough? No. The prefix of PassRole is `iam`, so no permission of ECS covers it.',
    ja: '`ecs:*` なら足りた? 足りない。PassRole のプレフィックスは `iam` なので、ECS のアクションをいくら許可しても含まれない。',
  },
}

const passedToService: TrainerNotes = {
  ask: {
    en: 'Does the error say anything about Lambda? (It does not, which is why this is hard to find at work.)',
    ja: '「このエラー文に **Lambda** という単語はありますか?」(ありません。だから実務では気づきにくい)',
  },
  say: [
    {
      en: 'The message only says that no statement allows it. A condition that fails shows as an **implicit deny**.',
      ja: 'メッセージは「許可するステートメントがない」としか言わない。条件の不一致は**暗黙的な拒否**として現れる。',
    },
    {
      en: 'The value of PassedToService is **the service principal that gets the role**, not a display name. For ECS tasks: `ecs-tasks.amazonaws.com`.',
      ja: 'PassedToService の値はサービスの表示名ではなく、**渡し先のサービスプリンシパル**。ECS タスクなら `ecs-tasks.amazonaws.com`。',
    },
    {
      en: 'Deleting the condition works too, and lets the role go to every service that trusts it.',
      ja: '条件を削除しても動くが、このロールを信頼するすべてのサービスに渡せるようになる。',
    },
  ],
  question: {
    en: 'Are wildcards possible? With `StringLike`, yes. `StringEquals` takes the star as a letter.',
    ja: 'ワイルドカードは? `StringLike` なら書けるが、渡し先が広がる。`StringEquals` では `*` もただの文字として比較される。',
  },
}

const rolePath: TrainerNotes = {
  ask: {
    en: 'Read the two ARNs aloud. Where do they differ? (At the path: `role/team/app-task`.)',
    ja: '「2 つの ARN を読み比べてください。違いはどこでしょうか?」(パス。`role/team/app-task`)',
  },
  say: [
    {
      en: 'IAM compares ARNs **as text**. It does not look the role up, so it cannot know that you meant the same one.',
      ja: 'IAM は ARN を**文字列として**照合する。ロールを検索するわけではないので、同じロールのつもりでも一致しない。',
    },
    {
      en: 'Copy the ARN from the role’s page or from `aws iam get-role`. Do not build it from the name.',
      ja: 'ARN はロールの詳細画面か `aws iam get-role` からコピーする。名前から組み立てない。',
    },
    {
      en: 'Paths can help: `role/team/*` allows what one team owns and nothing else.',
      ja: 'パスは活用もできる。`role/team/*` と書けば、そのチームのロールだけを許可できる。',
    },
  ],
  question: {
    en: 'Can a path be changed later? Not for a role: create it anew. Console-made service roles often sit under `/service-role/`.',
    ja: 'パスはあとから変更できる? ロールではできず、作り直しになる。コンソールで作成されるサービスロールは `/service-role/` の下にあることが多い。',
  },
}

const explicitDenyAdmin: TrainerNotes = {
  ask: {
    en: 'One statement allows every role, another denies admin roles. Which one wins, and does their order matter? (The Deny. No.)',
    ja: '「すべてのロールを許可するステートメントと、管理者ロールを拒否するステートメント。勝つのはどちら? 順番は関係ある?」(Deny。順番は無関係)',
  },
  say: [
    {
      en: 'The order of evaluation is always: explicit Deny, then Allow, else implicit deny.',
      ja: '評価の順序は常に、明示的な Deny、次に Allow、どちらもなければ暗黙的な拒否。',
    },
    {
      en: 'Compare the wording with scenario 2: “with an explicit deny in an identity-based policy”. **Here something must go or be avoided; there something was missing.**',
      ja: 'シナリオ 2 と文言を比べる。「with an explicit deny in an identity-based policy」。**ここでは何かが禁止され、あちらでは何かが足りなかった。**',
    },
    {
      en: 'This is the guard against privilege escalation: whoever may pass an admin role to something she controls is an administrator.',
      ja: 'これは権限昇格への備え。自分が操作できるものに管理者ロールを渡せる人は、実質的に管理者になれる。',
    },
  ],
  question: {
    en: 'May I fix it by deleting the Deny? The run would pass, and so would the attack that the Deny is for. Correct the request instead.',
    ja: 'Deny を消せば直る? 実行は通るが、Deny で防いでいた攻撃も通る。直すべきはリクエストのほう。',
  },
}

const otherAccountRole: TrainerNotes = {
  ask: {
    en: 'Resource is `*`. Which policy stops this? (None was read: the role lies in another account.)',
    ja: '「Resource は `*` です。止めたのはどのポリシーでしょうか?」(どれでもない。ロールが別アカウントにあるため、評価の前に止まる)',
  },
  say: [
    {
      en: 'PassRole works **inside one account**: the role and the thing that gets it belong together.',
      ja: 'PassRole は**同じアカウントの中だけ**。ロールと渡し先は同じアカウントにある必要がある。',
    },
    {
      en: 'To reach the other account, pass a role of your own and let **that role** assume the other one.',
      ja: '別アカウントへは、自分のアカウントのロールを渡し、**そのロールから**相手のロールを引き受ける。',
    },
    {
      en: 'For S3 a bucket policy that names your role is often simpler.',
      ja: 'S3 なら、自分のロールを許可するバケットポリシーのほうが簡単なことが多い。',
    },
  ],
  question: {
    en: 'Would a broader trust policy over there help? No. Trust decides who takes a role on; it cannot make a role passable across accounts.',
    ja: '相手の信頼ポリシーを広げればよい? よくならない。信頼ポリシーで決まるのは引き受ける側だけで、アカウントをまたいで渡せるようにはならない。',
  },
}

const assumeNotPass: TrainerNotes = {
  ask: {
    en: 'Aya may **become** app-task. May she then pass it? (Hands up. No: it is another action.)',
    ja: '「Aya は app-task に**なれます**。では渡せるでしょうか?」(挙手してもらう。渡せない。別のアクション)',
  },
  say: [
    {
      en: '`sts:AssumeRole`: I act as the role, with keys that expire. `iam:PassRole`: something else acts as it, and goes on after I have left.',
      ja: '`sts:AssumeRole` は自分が期限付きの認証情報でロールになる。`iam:PassRole` は自分以外の何かがロールとして動き、自分がいなくなっても動き続ける。',
    },
    {
      en: 'The reverse holds as well: whoever may pass a role may not become it.',
      ja: '逆も同じ。渡せる人がそのロールになれるわけではない。',
    },
    {
      en: 'In reviews look at both. Each is a way to the role’s permissions.',
      ja: 'レビューでは両方を確認する。どちらもロールの権限に至る経路になる。',
    },
  ],
  question: {
    en: 'Which of the two is more dangerous? Often PassRole, since it is given with a star more often and leaves no event of its own.',
    ja: 'どちらが危険? PassRole のほうが見落とされやすい。`*` で許可されがちで、単独のイベントも残らない。',
  },
}

/** What a trainer says about the scenarios in which a role is passed. */
export const passingNotes = {
  'clean-hand-over': cleanHandOver,
  'no-pass-role': noPassRole,
  'passed-to-service': passedToService,
  'role-path': rolePath,
  'explicit-deny-admin': explicitDenyAdmin,
  'other-account-role': otherAccountRole,
  'assume-not-pass': assumeNotPass,
} as const

import type { TrainerNotes } from '../scenario'

const taskDefinitionRoles: TrainerNotes = {
  ask: {
    en: 'No role stands in this command. Which roles are passed? (Both of the task definition.)',
    ja: '「このコマンドにロールの指定はありません。渡されるのはどのロールでしょうか?」(タスク定義の 2 つのロール)',
  },
  say: [
    {
      en: '**Task role**: what the code in the container may do. **Execution role**: what ECS needs to start it, such as pulling the image and writing logs.',
      ja: '**タスクロール**はコンテナ内のコードの権限。**タスク実行ロール**はイメージの取得やログの書き込みなど、ECS がタスクを起動するための権限。',
    },
    {
      en: 'Every `RunTask` passes both again, not only the registration of the definition.',
      ja: 'タスク定義の登録時だけでなく、`RunTask` のたびに両方が渡される。',
    },
    {
      en: 'One role that may not be passed stops the whole call. The message names **which**.',
      ja: '渡せないロールが 1 つでもあれば、呼び出し全体が止まる。**どのロールか**はメッセージに書かれている。',
    },
  ],
  question: {
    en: 'Is Resource `*` not simpler? It lets her run any container with any role that trusts ECS tasks. List the two.',
    ja: 'Resource を `*` にしたほうが簡単では? ECS タスクを信頼するどのロールでもコンテナを動かせてしまう。2 つを列挙する。',
  },
}

const swappedRoles: TrainerNotes = {
  ask: {
    en: 'Everything was accepted and the task runs. Where would you look first? (In the request: which role is where.)',
    ja: '「すべて受け付けられ、タスクも動いています。最初にどこを見ますか?」(リクエスト。どのロールがどこに指定されているか)',
  },
  say: [
    {
      en: 'Both roles trust the same principal, `ecs-tasks.amazonaws.com`. **No check can notice the swap.**',
      ja: 'どちらのロールも同じプリンシパル `ecs-tasks.amazonaws.com` を信頼している。**入れ替わりはどのチェックでも検出できない。**',
    },
    {
      en: 'The error shows late and elsewhere: in the log of the application, as an S3 error.',
      ja: 'エラーはあとから別の場所に出る。アプリケーションのログに、S3 のエラーとして現れる。',
    },
    {
      en: 'The caller of that error is `assumed-role/app-exec/…`: read who is speaking.',
      ja: 'そのエラーの主体は `assumed-role/app-exec/…`。誰として動いているかを読む。',
    },
  ],
  question: {
    en: 'Why not use one role for both? Then the code may pull images and read start-up secrets, and the agent may read the data.',
    ja: '1 つのロールを兼用しては? コードがイメージや起動用のシークレットを、エージェントがデータを読めるようになってしまう。',
  },
}

const ec2InstanceProfile: TrainerNotes = {
  ask: {
    en: '`RunInstances` succeeded. Is the role therefore usable? (Watch for what happens after the launch.)',
    ja: '「`RunInstances` は成功しました。ではロールも使えているでしょうか?」(起動後に何が起きるかに注目)',
  },
  say: [
    {
      en: 'The request names an **instance profile**; PassRole is checked on **the role inside**. The two often share a name, but they are two things.',
      ja: 'リクエストで指定するのは**インスタンスプロファイル**、PassRole の対象は**中のロール**。同名のことが多いが別のもの。',
    },
    {
      en: 'EC2 takes the role on **after** the launch. A wrong trust policy shows inside the instance, not in the call.',
      ja: 'EC2 がロールを引き受けるのは起動の**あと**。信頼ポリシーの誤りは、呼び出しではなくインスタンスの中で表面化する。',
    },
    {
      en: 'On the instance ask the metadata service: it says whether the role could be assumed.',
      ja: 'インスタンス上ではメタデータサービスを確認する。ロールを引き受けられたかどうかがわかる。',
    },
  ],
  question: {
    en: 'Must I launch it again after mending the trust policy? No. EC2 tries again by itself, though it can take a while.',
    ja: '信頼ポリシーを直したら起動し直す? 不要。EC2 が自動的に再試行する。反映まで時間がかかることがある。',
  },
}

const lambdaExecutionRole: TrainerNotes = {
  ask: {
    en: 'ECS noticed a wrong trust policy in one way, EC2 in another. When does Lambda? (While the function is created.)',
    ja: '「信頼ポリシーの誤りに、Lambda はいつ気づくでしょうか?」(関数の作成時。EC2 は起動後だった)',
  },
  say: [
    {
      en: 'Lambda checks at `CreateFunction` that it can take the role on. **A good error: early, and in the right place.**',
      ja: 'Lambda は `CreateFunction` の時点でロールを引き受けられるか確認する。**早い段階で正しい場所に出る、よいエラー。**',
    },
    {
      en: 'A role for Lambda@Edge needs both `lambda.amazonaws.com` and `edgelambda.amazonaws.com`.',
      ja: 'Lambda@Edge のロールには `lambda.amazonaws.com` と `edgelambda.amazonaws.com` の両方が必要。',
    },
    {
      en: 'The same words appear for a role that is seconds old. Retry before you debug.',
      ja: '作成直後のロールでも同じメッセージになる。調査の前に再試行する。',
    },
  ],
  question: {
    en: 'Who needs PassRole for updates of the code? Nobody: `UpdateFunctionCode` names no role. Changing the role with `UpdateFunctionConfiguration` does need it.',
    ja: 'コードの更新にも PassRole が必要? 不要。`UpdateFunctionCode` ではロールを指定しない。`UpdateFunctionConfiguration` でロールを変えるなら必要。',
  },
}

const codebuildProject: TrainerNotes = {
  ask: {
    en: 'Which names does `role/codepipeline-*` cover? Does `codebuild-app` belong to them? (No.)',
    ja: '「`role/codepipeline-*` に含まれるのはどんな名前ですか? `codebuild-app` は含まれますか?」(含まれない)',
  },
  say: [
    {
      en: 'The star stands for any letters, also none. It does not stop at a hyphen or a slash.',
      ja: '`*` は 0 文字以上の任意の文字列。ハイフンやスラッシュでは止まらない。',
    },
    {
      en: 'A name pattern is only as good as the rule about **who may create roles with such names**.',
      ja: '名前のパターンが有効なのは、**その名前のロールを誰が作成できるか**が管理されている場合だけ。',
    },
    {
      en: 'Whoever can change a build can run commands as its role. Treat PassRole for build roles like an administrator’s right.',
      ja: 'ビルドを変更できる人は、そのロールでコマンドを実行できる。ビルド用ロールの PassRole は管理者権限に近いものとして扱う。',
    },
  ],
  question: {
    en: 'Can tags on the role take the place of names? Not reliably: AWS advises against `aws:ResourceTag` for PassRole. Use ARNs or paths.',
    ja: '名前の代わりにロールのタグで制御できる? PassRole では `aws:ResourceTag` が確実に働かず、AWS も推奨していない。ARN やパスを使う。',
  },
}

const codepipelinePipeline: TrainerNotes = {
  ask: {
    en: 'A cloned role works for the build. Why not for the pipeline? (Its trust policy was cloned too.)',
    ja: '「複製したロールはビルドでは動きます。パイプラインで動かないのはなぜでしょうか?」(信頼ポリシーも複製されたから)',
  },
  say: [
    {
      en: 'Aya’s side is right here: she may pass the role, and to CodePipeline. **The role says no.**',
      ja: 'Aya の側に問題はない。CodePipeline に渡す権限はある。**許可していないのはロール側。**',
    },
    {
      en: 'CodePipeline and CodeBuild are two principals, each with a role of its own.',
      ja: 'CodePipeline と CodeBuild は別のプリンシパル。ロールもそれぞれに必要。',
    },
    {
      en: 'The chain goes on: the pipeline’s role needs PassRole for what it hands to CloudFormation or ECS.',
      ja: '連鎖は続く。パイプラインのロールにも、CloudFormation や ECS に渡すロールの PassRole が必要。',
    },
  ],
  question: {
    en: 'Could one role trust both services? It can, but then each holds what the other needs. Two roles are easier to reason about.',
    ja: '1 つのロールで両方のサービスを信頼しては? 可能だが、互いに不要な権限まで持つ。2 つに分けるほうが見通しがよい。',
  },
}

const cloudformationRole: TrainerNotes = {
  ask: {
    en: 'Who acts as cfn-app while the stack is built: Aya or CloudFormation? (CloudFormation, so Aya must pass it.)',
    ja: '「スタックの作成中、cfn-app として動くのは Aya ですか、CloudFormation ですか?」(CloudFormation。だから渡す権限が必要)',
  },
  say: [
    {
      en: '“To be on the safe side” somebody gave `sts:AssumeRole`. It is **more** power for Aya and does not help the stack.',
      ja: '「念のため」の `sts:AssumeRole`。Aya の権限が**増えただけ**で、スタックの役には立たない。',
    },
    {
      en: 'With a service role Aya needs few rights of her own, and CloudFormation has what the template needs.',
      ja: 'サービスロールを使えば Aya 自身の権限は少なくて済み、テンプレートに必要な権限は CloudFormation 側が持つ。',
    },
    {
      en: 'The role stays with the stack. Anyone who may update the stack uses it, also without PassRole.',
      ja: 'ロールはスタックに残る。スタックを更新できる人は、PassRole がなくてもそのロールを使える。',
    },
  ],
  question: {
    en: 'How is that limited? With `cloudformation:RoleARN` in a condition, and by allowing `UpdateStack` only on the stacks somebody owns.',
    ja: 'それを制限するには? 条件キー `cloudformation:RoleARN` を使い、`UpdateStack` を担当のスタックに限って許可する。',
  },
}

const forwardAccessSession: TrainerNotes = {
  ask: {
    en: 'CloudFormation creates the function. To whom is the role passed? (To Lambda: CloudFormation only carries the call.)',
    ja: '「関数を作成するのは CloudFormation です。ロールの渡し先は?」(Lambda。CloudFormation は呼び出しを取り次ぐだけ)',
  },
  say: [
    {
      en: 'Without a service role, CloudFormation calls **with Aya’s identity**. Her policies count, in every call.',
      ja: 'サービスロールがなければ、CloudFormation は **Aya の ID で**呼び出す。どの呼び出しでも Aya のポリシーが評価される。',
    },
    {
      en: '`aws:CalledVia` tells that a service stood in between. It lists the services in order.',
      ja: '`aws:CalledVia` で、間にサービスが入ったことがわかる。サービス名が順番に並ぶ。',
    },
    {
      en: 'PassedToService is about **who wears the role in the end**: `lambda.amazonaws.com`.',
      ja: 'PassedToService は**最終的に誰がロールを使うか**を表す。ここでは `lambda.amazonaws.com`。',
    },
  ],
  question: {
    en: 'Why `ForAnyValue`? CalledVia holds several values: one of them being CloudFormation is enough.',
    ja: 'なぜ `ForAnyValue`? CalledVia は複数の値を持つ。その 1 つが CloudFormation であれば一致する。',
  },
}

/** What a trainer says about the scenarios of the services. */
export const serviceNotes = {
  'task-definition-roles': taskDefinitionRoles,
  'swapped-roles': swappedRoles,
  'ec2-instance-profile': ec2InstanceProfile,
  'lambda-execution-role': lambdaExecutionRole,
  'codebuild-project': codebuildProject,
  'codepipeline-pipeline': codepipelinePipeline,
  'cloudformation-role': cloudformationRole,
  'forward-access-session': forwardAccessSession,
} as const

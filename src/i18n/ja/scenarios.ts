import type { scenarios as english } from '../en/scenarios'

export const scenarios: Readonly<Record<keyof typeof english, string>> = {
  'scenario.clean-hand-over.title': 'はじめての受け渡し',
  'scenario.no-pass-role.title': 'PassRole がない',
  'scenario.wrong-service-principal.title': 'サービスプリンシパルの間違い',
  'scenario.passed-to-service.title': 'PassedToService の不一致',
  'scenario.explicit-deny-admin.title': '管理者ロールへの Deny',
  'scenario.role-path.title': 'パス付きのロール',
  'scenario.task-definition-roles.title': 'タスク定義のロール',
  'scenario.swapped-roles.title': '入れ替わった 2 つのロール',
  'scenario.ec2-instance-profile.title': 'EC2 とインスタンスプロファイル',
  'scenario.lambda-execution-role.title': 'Lambda の実行ロール',
  'scenario.codebuild-project.title': 'CodeBuild と名前のパターン',
  'scenario.codepipeline-pipeline.title': 'CodePipeline のロール',
  'scenario.cloudformation-role.title': 'CloudFormation のロール',
  'scenario.other-account-role.title': '別アカウントのロール',
  'scenario.source-account.title': '別アカウント用の信頼ポリシー',
  'scenario.direct-assume-role.title': '自分でロールを引き受ける',
  'scenario.assume-not-pass.title': '引き受けられるが渡せない',
}

import type { share as english } from '../en/share'

export const share: Readonly<Record<keyof typeof english, string>> = {
  'notice.storage-blocked':
    'このブラウザではページに保存できません。内容はページを閉じるまで残ります。リンクかファイルで保存してください。',
  'notice.storage-full': 'ブラウザの保存領域がいっぱいのため、最新の変更は保存されていません。リンクかファイルで保存してください。',
  'notice.storage-corrupt': '前回保存した内容を読み取れませんでした。最初の状態から始めます。',
  'notice.storage-later':
    '保存されている内容は新しいバージョンのものです。そのまま残すため、今回の変更は保存されません。リンクかファイルで保存してください。',
  'notice.work-aside': '以前に編集した内容は残っています。',
  'notice.work-aside.back': '以前の内容に戻る',
  'notice.link-damaged': 'リンクが壊れているか、途中で切れています。元の内容を表示しています。',
  'notice.link-too-large': 'リンクの内容がシナリオの上限を超えています。元の内容を表示しています。',
  'notice.link-later-version': 'このリンクは新しいバージョンで作成されています。元の内容を表示しています。',
  'notice.unknown-scenario': '{id} というシナリオはありません。',
  'notice.file-damaged': 'このファイルは正しい JSON ではありません。表示中の内容はそのままです。',
  'notice.file-too-large': 'このファイルはシナリオとしては大きすぎます。表示中の内容はそのままです。',
  'notice.file-later-version': 'このファイルは新しいバージョンで作成されています。表示中の内容はそのままです。',
  'notice.file-not-a-scenario': 'このファイルは PassRole Lab のシナリオではありません。表示中の内容はそのままです。',
  'notice.file-wrong-type': 'このファイルの {member} の形式が正しくありません。表示中の内容はそのままです。',
  'notice.link-copied': 'リンクをコピーしました。シナリオ全体がリンクに含まれ、サーバーには送信されません。',
  'notice.link-shown': 'リンクをコピーできませんでした。アドレスバーに表示しています。',
  'notice.link-impossible': 'シナリオが大きすぎてリンクにできません。ファイルに保存してください。',
  'notice.copied': 'コピーしました。',
  'notice.file-opened': '{name} を開きました。',
  'notice.file-opened-in-part': '{name} を開きました。このバージョンで扱えない文書は読み込んでいません: {documents}',
  'notice.file-unreadable': 'このファイルを読み取れませんでした。表示中の内容はそのままです。',
  'notice.undo': '元に戻す',
  'notice.reset': '最初の状態に戻しました。エディターで元に戻すと入力内容を復元できます。',
  'notice.dismiss': '閉じる',
}

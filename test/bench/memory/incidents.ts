/** Sentences of accounts of incidents by a generator: the same ones each time, some thousands of them near to another. */
interface Grammar {
  readonly clauses: readonly string[]
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Between two clauses of one sentence, and at its end. */
  readonly joints: readonly string[]
  readonly end: string
}

const ENGLISH: Grammar = {
  clauses: [
    '{when} {who} {found} that {thing} {state}',
    '{thing} {state} for {number} {unit}',
    '{who} {did} {thing} {when}',
    'the {adjective} {noun} of {thing} was {done} by {who}',
    'about {number} {people} could not {act} {thing}',
    '{when} the {noun} was {done} and {thing} {state}',
    '{who} had {done} {thing} without the {adjective} {noun}',
    'none of the {number} {people} was told that {thing} {state}',
    'we have {done} every {adjective} {noun} since {when}',
    'an attacker with the {noun} could {act} {thing} until {when}',
    'the {noun} showed {number} {adjective} requests from {place}',
    '{who} will have {done} the {noun} in {place} within {number} {unit}',
  ],
  words: {
    who: [
      'the engineer on call',
      'our supplier',
      'a customer in the harbour',
      'the security team',
      'an auditor',
      'the night shift',
      'a former employee',
      'the regulator',
      'our partner',
      'a researcher',
      'the support desk',
      'the people who run the network',
    ],
    when: [
      'at dawn',
      'on Sunday evening',
      'two days later',
      'before the release',
      'after the second alarm',
      'in the first hour',
      'during the move',
      'at {number} minutes past midnight',
      'the following morning',
      'last winter',
      'on the day of the audit',
      'while the backup ran',
    ],
    found: ['found', 'noticed', 'reported', 'confirmed', 'told us', 'suspected', 'proved'],
    did: [
      'switched off',
      'restarted',
      'isolated',
      'copied',
      'replaced',
      'examined',
      'restored',
      'withdrew',
      'published',
      'moved',
    ],
    done: [
      'revoked',
      'rotated',
      'restored',
      'checked',
      'deleted',
      'copied',
      'signed',
      'opened',
      'replaced',
      'recorded',
      'approved',
      'forgotten',
    ],
    thing: [
      'the mail server',
      'the signing key',
      'the customer database',
      'a storage bucket',
      'the login page',
      'the backup of {place}',
      'the build pipeline',
      'the gateway',
      'the register of keys',
      'the payment service',
      'an old test account',
      'the monitoring in {place}',
      'the directory',
      'the queue of messages',
      'the certificate for {place}',
    ],
    state: [
      'stood open',
      'was out of date',
      'answered nobody',
      'held copies of {number} records',
      'was not encrypted',
      'kept no log',
      'lost its connection',
      'was readable by anyone',
      'refused every request',
      'had no owner',
      'ran on one machine',
      'was restored from a copy',
    ],
    noun: [
      'token',
      'password',
      'certificate',
      'log',
      'rule',
      'alarm',
      'permission',
      'change',
      'review',
      'test',
      'report',
      'agreement',
      'policy',
      'script',
    ],
    adjective: [
      'expired',
      'second',
      'temporary',
      'internal',
      'unsigned',
      'suspicious',
      'automatic',
      'missing',
      'shared',
      'monthly',
      'unusual',
      'old',
    ],
    people: ['customers', 'users', 'patients', 'employees', 'suppliers', 'accounts'],
    act: ['reach', 'read', 'change', 'open', 'sign in to', 'download', 'delete', 'trust'],
    place: [
      'Rotterdam',
      'the harbour',
      'the second region',
      'the test environment',
      'Osaka',
      'the main office',
      'the branch in Lyon',
      'the cloud',
    ],
    unit: ['hours', 'minutes', 'days', 'weeks'],
    number: ['3', '12', '40', '250', '1,900', '7', '64', '15', '900', '2'],
  },
  joints: [', and ', ', because ', ', so that ', '; ', ', although ', ', while '],
  end: '.',
}

const JAPANESE: Grammar = {
  clauses: [
    '{when}、{who}が{thing}の{noun}を{done}',
    '{thing}は{number}{unit}にわたって{state}',
    '{who}は{when}に{thing}を{done}',
    '{adjective}{noun}が{who}によって{done}ことが分かりました',
    '約{number}{people}が{thing}を利用できませんでした',
    '{when}に{noun}を確認したところ、{thing}は{state}',
    '{who}は{adjective}{noun}なしで{thing}を{done}',
    '{people}{number}名には{thing}が{state}ことを知らせていませんでした',
    '{when}以降、すべての{adjective}{noun}を{done}',
    '攻撃者は{noun}を使って{thing}に{act}可能性があります',
    '{place}からの{adjective}要求が{number}件{noun}に残っていました',
    '{number}{unit}以内に{place}の{noun}を{done}予定です',
  ],
  words: {
    who: [
      '当番の担当者',
      '委託先',
      '港湾の利用者',
      'セキュリティ担当',
      '監査人',
      '夜勤の担当者',
      '元社員',
      '監督官庁',
      '提携先',
      '外部の研究者',
      '問い合わせ窓口',
      'ネットワークの運用者',
    ],
    when: [
      '明け方',
      '日曜の夜',
      '二日後',
      '公開の前',
      '二度目の警報の後',
      '最初の一時間',
      '移行の途中',
      '翌朝',
      '昨年の冬',
      '監査の当日',
      'バックアップの実行中',
      '深夜{number}分過ぎ',
    ],
    done: [
      '失効させました',
      '更新しました',
      '復旧しました',
      '確認しました',
      '削除しました',
      '複製しました',
      '署名しました',
      '公開しました',
      '交換しました',
      '記録しました',
      '承認しました',
      '見落としました',
    ],
    thing: [
      'メールサーバー',
      '署名鍵',
      '顧客データベース',
      'ストレージ',
      'ログイン画面',
      '{place}のバックアップ',
      'ビルド環境',
      'ゲートウェイ',
      '鍵の台帳',
      '決済サービス',
      '古い試験用アカウント',
      '{place}の監視装置',
      '認証基盤',
      'メッセージの待ち行列',
      '{place}の証明書',
    ],
    state: [
      '外部から閲覧できる状態でした',
      '期限が切れていました',
      '応答しませんでした',
      '{number}件の記録を保持していました',
      '暗号化されていませんでした',
      '記録を残していませんでした',
      '接続が途絶えていました',
      '誰でも読み取れました',
      'すべての要求を拒否しました',
      '管理者が不在でした',
      '一台の機器で動いていました',
      '複製から復元されました',
    ],
    noun: [
      'トークン',
      'パスワード',
      '証明書',
      'ログ',
      '規則',
      '警報',
      '権限',
      '変更',
      '点検',
      '試験',
      '報告書',
      '契約',
      '方針',
      'スクリプト',
    ],
    adjective: [
      '期限切れの',
      '二つ目の',
      '一時的な',
      '社内向けの',
      '署名のない',
      '不審な',
      '自動の',
      '欠けていた',
      '共有の',
      '毎月の',
      '通常と異なる',
      '古い',
    ],
    people: ['顧客', '利用者', '患者', '従業員', '取引先', '会員'],
    act: [
      '到達した',
      '侵入した',
      '変更を加えた',
      'サインインした',
      '不正に接続した',
      '削除を命じた',
    ],
    place: [
      'ロッテルダム',
      '港湾',
      '第二拠点',
      '試験環境',
      '大阪',
      '本社',
      'リヨン支店',
      'クラウド',
    ],
    unit: ['時間', '分間', '日間', '週間'],
    number: ['3', '12', '40', '250', '1,900', '7', '64', '15', '900', '2'],
  },
  joints: ['。また、', '。そのため、', '。一方、', '。なお、', 'が、'],
  end: '。',
}

export const GRAMMARS = { en: ENGLISH, ja: JAPANESE } as const

/** Numbers below a bound, the same ones for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    // mulberry32, by Tommy Ettinger; in the public domain.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below)
  }
}

/** So many different sentences. Of three, two are another one with a clause, or words of it, said anew. */
export function sentences(grammar: Grammar, count: number, seed: number): string[] {
  const next = numbers(seed)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)]!
  const said = (pattern: string): string =>
    pattern.replaceAll(/\{(\w+)\}/g, (_, slot: string) => said(pick(grammar.words[slot]!)))
  const clause = (): string => said(pick(grammar.clauses))
  const made: string[][] = []
  const all = new Set<string>()
  while (all.size < count) {
    const near = made.length > 100 && next(3) > 0 ? [...pick(made)] : undefined
    const parts =
      near ??
      Array.from({ length: next(4) * 2 + 1 }, (__, at) =>
        at % 2 === 0 ? clause() : pick(grammar.joints),
      )
    if (near) {
      const at = next((near.length + 1) / 2) * 2
      const words = Object.values(grammar.words).flat()
      const old = words.filter((word) => !word.includes('{') && near[at]!.includes(word))
      near[at] =
        old.length > 0 && next(4) > 0
          ? near[at]!.replace(pick(old), () => said(pick(words)))
          : clause()
    }
    const text = parts.join('') + grammar.end
    if (all.has(text)) continue
    all.add(text)
    made.push(parts)
  }
  return [...all]
}

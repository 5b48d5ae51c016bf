/** A term, its language, and texts in which it stands (what of them it is, in ⟦ ⟧) or does not. */
export interface Sample {
  readonly locale: string
  readonly term: string
  readonly partOfSpeech?: 'noun' | 'verb' | 'adjective' | 'properNoun'
  readonly caseSensitive?: true
  readonly in: readonly string[]
  readonly notIn: readonly string[]
  /** Where it does not stand and is taken to: what rules without a dictionary cannot know. */
  readonly mistaken?: readonly string[]
}

export const SAMPLES: readonly Sample[] = [
  {
    locale: 'en',
    term: 'data breach',
    partOfSpeech: 'noun',
    in: [
      'We reported the ⟦data breach⟧ within a day.',
      'Two ⟦data breaches⟧ had the same cause.',
      'A ⟦data-breach⟧ notice went out.',
      'The ⟦Data Breach⟧ was large.',
      'The ⟦databreach⟧ began at night.',
    ],
    notIn: ['The data, breach or not, was kept.', 'The breach of data was small.'],
  },
  {
    locale: 'en',
    term: 'policy',
    partOfSpeech: 'noun',
    in: ['The ⟦policies⟧ were old.', 'Our ⟦policy⟧ is clear.', 'The ⟦policy’s⟧ owner left.'],
    notIn: ['The police came.', 'She is a politician.'],
  },
  {
    locale: 'en',
    term: 'log',
    partOfSpeech: 'verb',
    in: ['Nobody ⟦logged⟧ it.', 'The server ⟦logs⟧ each key.', '⟦Logging⟧ was off.'],
    notIn: ['The logo changed.', 'A logic error.', 'They lodged with us.'],
  },
  {
    locale: 'en',
    term: 'mitigate',
    partOfSpeech: 'verb',
    in: ['We ⟦mitigated⟧ it.', '⟦Mitigating⟧ it took hours.', 'It ⟦mitigates⟧ the risk.'],
    notIn: ['The mitten was lost.'],
  },
  {
    locale: 'en',
    term: 'e-mail',
    partOfSpeech: 'noun',
    in: ['An ⟦e-mail⟧ went out.', 'Two ⟦emails⟧ were lost.', 'The ⟦E-Mails⟧ stood still.'],
    notIn: ['The mail stood still.'],
  },
  {
    locale: 'en',
    term: 'access',
    partOfSpeech: 'noun',
    in: ['The ⟦access⟧ was closed.'],
    notIn: ['An acces.', 'It was accessible.', 'The accessory was sold.'],
  },
  {
    locale: 'en',
    term: 'IT',
    in: ['The ⟦IT⟧ department saw it.'],
    notIn: ['They saw it happen.', 'It was late.'],
  },
  {
    locale: 'en',
    term: 'Windows',
    partOfSpeech: 'properNoun',
    caseSensitive: true,
    in: ['A machine with ⟦Windows⟧ fell over.', '⟦Windows⟧’ update was late.'],
    notIn: ['The windows stood open.', 'The Window was shut.'],
  },
  {
    locale: 'en',
    term: 'C++',
    in: ['It is written in ⟦C++⟧.'],
    notIn: ['The C drive was full.', 'Plan C failed.'],
  },
  {
    locale: 'en',
    term: 'TCP/IP',
    in: ['The ⟦TCP/IP⟧ stack.'],
    notIn: ['TCP, IP and more.'],
  },
  {
    locale: 'en',
    term: 'café',
    in: ['In the ⟦cafe⟧ nobody knew.', 'In the ⟦cafe\u0301⟧ nobody knew.'],
    notIn: ['The cage was open.'],
  },
  {
    locale: 'nl',
    term: 'kwetsbaarheid',
    partOfSpeech: 'noun',
    in: ['De ⟦kwetsbaarheden⟧ waren bekend.', 'Een ⟦kwetsbaarheid⟧ bleef open.'],
    notIn: ['Wij zijn kwetsbaar.'],
  },
  {
    locale: 'nl',
    term: 'kritieke kwetsbaarheid',
    partOfSpeech: 'noun',
    in: ['Twee ⟦kritieke kwetsbaarheden⟧.', 'De ⟦Kritieke kwetsbaarheid⟧ is weg.'],
    notIn: ['De kritiek was terecht, de kwetsbaarheid niet.'],
  },
  {
    locale: 'nl',
    term: 'vraag',
    partOfSpeech: 'noun',
    in: ['De ⟦vragen⟧ van klanten.', 'Elke ⟦vraag⟧ telt.'],
    notIn: ['De vracht kwam te laat.', 'Het vroeg veel.'],
  },
  {
    locale: 'nl',
    term: 'lekken',
    partOfSpeech: 'verb',
    in: ['Gegevens zijn ⟦gelekt⟧.', 'Het ⟦lekt⟧.', 'Het ⟦lekte⟧ al langer.'],
    notIn: ['Het was lekker.', 'De lekenbroeder zweeg.'],
  },
  {
    locale: 'nl',
    term: 'server',
    partOfSpeech: 'noun',
    in: ['De ⟦servers⟧ vielen uit.', 'De mail⟦server⟧ stond stil.', '⟦Server⟧ruimte was vol.'],
    notIn: ['De reserve was op.'],
    mistaken: ['Wij serveren koffie.'],
  },
  {
    locale: 'nl',
    term: 'beveiliging',
    partOfSpeech: 'noun',
    in: ['Het ⟦beveiliging⟧slek is dicht.', 'De netwerk⟦beveiliging⟧ faalde.'],
    notIn: ['Wij voelen ons veilig.'],
  },
  {
    locale: 'de',
    term: 'Vorfall',
    partOfSpeech: 'noun',
    in: [
      'Der ⟦Vorfall⟧ begann nachts.',
      'Zwei ⟦Vorfälle⟧ wurden gemeldet.',
      'Nach den ⟦Vorfällen⟧ war Ruhe.',
      'Wegen des ⟦Vorfalls⟧ blieb es dunkel.',
      'Der Sicherheits⟦vorfall⟧ ist vorbei.',
    ],
    notIn: ['Der Anfall war kurz.', 'Der Vorrat war leer.'],
  },
  {
    locale: 'de',
    term: 'Schlüssel',
    partOfSpeech: 'noun',
    in: ['Die ⟦Schlüssel⟧ lagen offen.', 'Die ⟦Schlüssel⟧verwaltung fehlte.'],
    notIn: ['Der Schluss kam schnell.'],
  },
  {
    locale: 'fr',
    term: 'incident',
    partOfSpeech: 'noun',
    in: ['⟦L’incident⟧ a duré.', 'Les ⟦incidents⟧ se suivent.'],
    notIn: ['Une incidence faible.'],
  },
  {
    locale: 'fr',
    term: 'journal',
    partOfSpeech: 'noun',
    in: ['Les ⟦journaux⟧ manquaient.', 'Le ⟦journal⟧ est plein.'],
    notIn: ['La journée fut longue.'],
  },
  {
    locale: 'es',
    term: 'violación',
    partOfSpeech: 'noun',
    in: ['Dos ⟦violaciones⟧ de datos.', 'La ⟦violación⟧ fue grave.'],
    notIn: ['Fue un viaje largo.'],
  },
  {
    locale: 'ar',
    term: 'حادث أمني',
    partOfSpeech: 'noun',
    in: ['وقع ⟦الحادث الأمني⟧ ليلًا.', 'سجّلنا ⟦حادثًا أمنيًّا⟧ واحدًا.', 'أبلغنا ⟦بالحادث الأمني⟧.'],
    notIn: ['كان الحديث أمنيًا.', 'هذا حادث مروري.'],
  },
  {
    locale: 'ar',
    term: 'شركة',
    partOfSpeech: 'noun',
    in: ['قالت ⟦الشركة⟧ ذلك.', 'أُرسل ⟦للشركة⟧ تقرير.', '⟦والشركات⟧ الأخرى كذلك.', 'في ⟦شركتنا⟧.'],
    notIn: ['اشتركنا في العمل.', 'شكرا لكم.'],
  },
  {
    locale: 'ja',
    term: '情報漏えい',
    partOfSpeech: 'noun',
    in: ['⟦情報漏えい⟧が発生しました。', 'この⟦情報漏えい⟧は重大です。'],
    notIn: ['情報の漏えいです。'],
  },
  {
    locale: 'ja',
    term: '京都',
    partOfSpeech: 'noun',
    in: ['⟦京都⟧の拠点です。'],
    notIn: ['東京都の拠点です。'],
  },
  {
    locale: 'ja',
    term: 'サーバー',
    partOfSpeech: 'noun',
    in: ['⟦サーバー⟧が停止しました。', '⟦サーバ⟧が停止しました。', '⟦ｻｰﾊﾞｰ⟧が停止しました。'],
    notIn: ['サービスが停止しました。'],
  },
  {
    locale: 'ja',
    term: '侵害する',
    partOfSpeech: 'verb',
    in: ['端末を⟦侵害⟧した。', '端末を⟦侵害する⟧。'],
    notIn: ['被害が出た。'],
  },
  {
    locale: 'zh-Hans',
    term: '数据泄露',
    partOfSpeech: 'noun',
    in: ['我们报告了⟦数据泄露⟧事件。'],
    notIn: ['数据没有泄露。'],
  },
  {
    locale: 'ko',
    term: '서버',
    partOfSpeech: 'noun',
    in: ['⟦서버가⟧ 멈췄다.', '⟦서버를⟧ 껐다.'],
    notIn: ['서비스가 멈췄다.'],
  },
]

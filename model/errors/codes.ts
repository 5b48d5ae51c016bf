/**
 * Every way in which a call can fail. The set is closed: a code has a sentence in every interface language
 * (`locales/<tag>/interface/errors.json`, kept complete by a test), and nothing else crosses the window's bridge.
 */
export const ERROR_CODES = [
  // the call itself
  'CALL_UNKNOWN', // no such method; params: method
  'CALL_INVALID', // params: path, why
  'CALL_TOO_LARGE', // params: limit (MB)
  'CALL_FORBIDDEN', // not from our own page
  'INTERNAL', // a defect of ours; params: none, the log has it under `id`
  'CANCELLED', // the person said no, or stopped a job
  // the library
  'LIBRARY_IN_USE', // params: file
  'LIBRARY_NEWER', // params: file, version, supported
  'LIBRARY_DAMAGED', // params: file
  'LIBRARY_READ_ONLY', // params: file
  'LIBRARY_MOVED', // params: file
  'LIBRARY_UNREADABLE', // params: file, why
  'BACKUP_FAILED', // params: file, why
  'DISK_FULL', // params: file
  // what is in it
  'POSTMORTEM_UNKNOWN', // params: id
  'VERSION_UNKNOWN', // params: version
  'DOCUMENT_INVALID', // params: path, why
  'CHANGE_REFUSED', // params: why
  'REVISION_CONFLICT', // params: id
  'LOCALE_INVALID', // params: locale
  'LOCALE_UNKNOWN', // not a locale of this postmortem; params: locale
  'LOCALE_TAKEN', // already there; params: locale
  'TEMPLATE_UNKNOWN', // params: template
  'TEMPLATE_NAME_TAKEN', // params: name
  'THEME_UNKNOWN', // params: theme
  'THEME_NAME_TAKEN', // params: name
  'LOGO_TOO_LARGE', // params: file, size, most (kilobytes)
  'FONT_UNKNOWN', // none of the formats that are taken; params: file
  'FONT_COLLECTION', // several fonts in one file; params: file
  'FONT_DAMAGED', // params: file
  'FONT_TOO_LARGE', // params: file, size, most (megabytes)
  'FONT_RESTRICTED', // its owner forbids that it is embedded; params: file
  'FONT_WHOLE_ONLY', // its owner forbids that it is cut; params: file
  'FONT_BITMAP', // no outlines, or none that may be embedded; params: file
  'FONT_NO_UNICODE', // does not say which character is which; params: file
  'FONT_MISSING', // not in this library; params: font
  'THEME_CONTRAST', // a colour cannot be read on a page; params: colour, ratio, least
  'TERM_UNKNOWN', // not in this termbase; params: term
  'TERMS_FULL', // params: limit (concepts)
  // more than a document holds, refused where it is added; params: limit
  'SECTIONS_FULL',
  'BLOCKS_FULL', // in one section
  'WORKSTREAMS_FULL',
  'FACTS_FULL',
  'LOCALES_FULL',
  'AUTHORS_FULL',
  'LINKS_FULL', // of one lesson
  'LIST_FULL', // a list, a quotation, a callout, the rows of a table
  'COLUMNS_FULL', // of a table
  'NESTED_TOO_DEEP', // lists in lists; params: none
  'TEXT_TOO_LONG', // one text; params: none
  'PASTE_TOO_LARGE', // beyond the limits of a document
  // files in and out
  'FILE_NOT_FOUND', // params: file
  'FILE_UNREADABLE', // params: file, why
  'FILE_UNWRITABLE', // params: file, why
  'FILE_TOO_LARGE', // params: file, limit (MB)
  'FILE_NOT_TEXT', // params: file
  'FILE_EMPTY', // params: file
  'FORMAT_UNKNOWN', // params: file
  'XML_INVALID', // not well-formed, or with a document type declaration; params: file, line, why
  'TMX_INVALID', // well-formed, and no TMX; params: file, what (its outermost element)
  'TBX_INVALID', // well-formed, and no TBX; params: file, what (its outermost element)
  'CSV_UNCLOSED', // a quoted cell has no end; params: file, line
  'CSV_NO_TERMS', // neither the columns of terms nor one that is a language; params: file
  'XLIFF_INVALID', // params: file, line, rule, what, more (how many other rules are broken)
  // what comes back from translators
  'DOCX_INVALID', // not the table that went out; params: file, why
  'EXCHANGE_FOREIGN', // of no postmortem of this library; params: file, id
  'EXCHANGE_OTHER', // of another postmortem or language than the one meant; params: file, locale
  'EXCHANGE_NO_LOCALE', // names no language that it translates into; params: file
  'EXCHANGE_EMPTY', // nothing in the postmortem that this audience may see
  // services of the person's own
  'SERVICE_ADDRESS', // neither https nor this computer; params: url
  'SERVICE_UNSET', // none is set up
  'SERVICE_UNASKED', // nobody agreed yet that texts go there; params: host, audience
  'SERVICE_WITHHELD', // the text is not for those whose texts may leave; params: audience
  'SERVICE_UNREACHABLE', // params: host, why
  'SERVICE_SLOW', // params: host, seconds
  'SERVICE_REDIRECT', // sends elsewhere; params: host, to
  'SERVICE_REFUSED', // the key is missing or wrong; params: host, status
  'SERVICE_BUSY', // asked several times; params: host, status
  'SERVICE_STATUS', // any other answer that is none; params: host, status, why
  'SERVICE_ANSWER', // not what was agreed on, or not whole; params: host, why
  'SERVICE_LANGUAGE', // params: host, locale
  'SERVICE_CODES', // codes lost, doubled or crossed; params: host, codes
  // images
  'IMAGE_UNKNOWN', // none of the formats that are taken; params: file
  'IMAGE_MISNAMED', // the extension says another format; params: file, type
  'IMAGE_DAMAGED', // params: file
  'IMAGE_ANIMATED', // params: file
  'IMAGE_TOO_LARGE', // params: file, width, height, side (pixels), million (pixels)
  'IMAGE_MISSING', // not in this library; params: asset
  // publishing
  'PICTURE_EMPTY', // nothing of this kind to draw; params: locale
  'LABELS_MISSING', // no publication labels for a locale; params: locale
  'WORD_UNKNOWN', // publications have no such word; params: key
  'WORD_SLOT', // a word without what is put into it; params: key, slots
  'WORDS_INVALID', // not a file of words of publications; params: file, why
  'PUBLISH_BLOCKED', // checks found errors; params: count
  'RELEASE_UNDECIDED', // something published is different now, and nobody said what that is; params: count
  'MANIFEST_INVALID', // no manifest of a release; params: file, why
  'LEAK_FOUND', // a file would show what its readers may not see; params: file, where, what, text
  'LEAK_UNREADABLE', // a file cannot be looked through for that; params: file, where, why
  'PRINT_FAILED', // params: why
  'RUNTIME_MISSING', // nothing here can print; params: none
  'JOB_UNKNOWN', // params: job
  // the command line
  'USAGE', // params: why
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

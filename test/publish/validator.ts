import { HtmlValidate } from 'html-validate'

/** Says what is invalid or a barrier in the HTML of a page. */
export const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How the writer of the HTML spells what may be spelled in two ways.
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': 'off',
    'attr-quotes': 'off',
    // The title is the author's.
    'long-title': 'off',
  },
})

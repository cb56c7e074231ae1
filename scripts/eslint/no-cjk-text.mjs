const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
/** Functions of ours whose last argument is a description. */
const DESCRIBED_CALLS = new Set(['graphqlEnum']);
/** Texts about the code, not of the interface. */
const DESCRIBING = new Set(['description', 'deprecationReason', 'comment', 'clause']);

/** Chinese text belongs to i18n, descriptions and dictionaries of input vocabulary: elsewhere it is never translated. */
export const noCjkText = {
  meta: {
    type: 'problem',
    docs: { description: 'no Chinese text in code' },
    messages: { text: 'Chinese text in code: it belongs to i18n, a description, or a *.dictionary.ts' },
    schema: [],
  },
  create(context) {
    const report = (node, text) => {
      if (CJK.test(text) && !isDescription(node)) context.report({ node, messageId: 'text' });
    };
    return {
      Literal: (node) => report(node, node.regex?.pattern ?? (typeof node.value === 'string' ? node.value : '')),
      TemplateElement: (node) => report(node, node.value.raw),
      JSXText: (node) => report(node, node.value),
      Identifier: (node) => report(node, node.name),
    };
  },
};

function isDescription(node) {
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.type === 'Property' && at.parent.value === at)
      return DESCRIBING.has(at.parent.key.name ?? at.parent.key.value);
    if (at.parent.type === 'CallExpression')
      return DESCRIBED_CALLS.has(at.parent.callee.name) && at.parent.arguments.at(-1) === at;
    if (!['TemplateLiteral', 'BinaryExpression', 'ConditionalExpression'].includes(at.parent.type)) return false;
  }
  return false;
}

import { DocumentProblem } from '../document-problem.js';

/** Names come without their namespace prefix; attributes as the raw text between the name and the end of the tag. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Walks well-formed XML once. Knows no DTD, so no external entity can be asked for: a document that declares one is refused.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return;
    if (tag > at) handler.text?.(xml.slice(at, tag));
    at =
      xml.charCodeAt(tag + 1) === 33 || xml.charCodeAt(tag + 1) === 63
        ? skipAside(xml, tag, handler)
        : readTag(xml, tag, handler);
  }
}

function readTag(xml: string, tag: number, handler: XmlHandler): number {
  const end = endOfTag(xml, tag);
  if (xml.charCodeAt(tag + 1) === 47) {
    handler.close?.(localName(xml.slice(tag + 2, end).trim()));
    return end + 1;
  }
  const selfClosing = xml.charCodeAt(end - 1) === 47;
  const body = xml.slice(tag + 1, selfClosing ? end - 1 : end);
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open?.(name, space < 0 ? '' : body.slice(space));
  if (selfClosing) handler.close?.(name);
  return end + 1;
}

/** A > inside a quoted value ends nothing: number formats such as [>100]0 have it. */
function endOfTag(xml: string, tag: number): number {
  let end = xml.indexOf('>', tag);
  for (; end >= 0; end = xml.indexOf('>', end + 1)) {
    let quotes = 0;
    for (let at = xml.indexOf('"', tag); at >= 0 && at < end; at = xml.indexOf('"', at + 1)) quotes++;
    if (quotes % 2 === 0) return end;
  }
  throw new DocumentProblem('FILE_DAMAGED');
}

/** Comments and processing instructions are passed over, CDATA is text, a DOCTYPE is refused. */
function skipAside(xml: string, tag: number, handler: XmlHandler): number {
  if (xml.startsWith('<!DOCTYPE', tag)) throw new DocumentProblem('FILE_DAMAGED', { part: 'DOCTYPE' });
  const isData = xml.startsWith('<![CDATA[', tag);
  const closing = isData ? ']]>' : xml.startsWith('<!--', tag) ? '-->' : '>';
  const end = xml.indexOf(closing, tag);
  if (end < 0) throw new DocumentProblem('FILE_DAMAGED');
  if (isData) handler.text?.(xml.slice(tag + 9, end).replaceAll('&', '&amp;'));
  return end + closing.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const SHAPES = new Map<string, RegExp>();

/** One attribute's value, entities resolved. The name is one of ours, never the file's. */
export function attribute(attributes: string, name: string): string | undefined {
  let shape = SHAPES.get(name);
  if (!shape) SHAPES.set(name, (shape = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const found = shape.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five named entities and the numeric ones, and Excel's own _x000D_ form. */
export function unescapeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(#x[0-9a-fA-F]+|#\d+|\w+);/g,
        (whole, entity: string) => NAMED.get(entity) ?? fromNumber(entity) ?? whole,
      )
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
}

function fromNumber(entity: string): string | undefined {
  if (!entity.startsWith('#')) return undefined;
  const code = entity[1] === 'x' ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

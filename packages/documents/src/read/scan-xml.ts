import { DocumentProblem } from '../document-problem.js';

/** Names come without their namespace prefix; attributes as the raw text between the name and the end of the tag. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const CHUNK = 1024 * 1024;
/** No tag and no text of a spreadsheet is as long: a cell holds 32,767 characters. */
const LONGEST_PIECE = 4 * CHUNK;

/**
 * Walks well-formed XML once, a chunk at a time, so that a large part never becomes a large string. Knows no DTD, so no
 * external entity can be asked for: a document that declares one is refused.
 */
export function scanXml(xml: Buffer, handler: XmlHandler): void {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for (let at = 0; at < xml.length; at += CHUNK) {
    const text = rest + decoder.decode(xml.subarray(at, at + CHUNK), { stream: true });
    rest = text.slice(scanText(text, handler));
    if (rest.length > LONGEST_PIECE) throw new DocumentProblem('FILE_DAMAGED');
  }
  if (rest.trimStart().startsWith('<')) throw new DocumentProblem('FILE_DAMAGED');
}

/** Up to where the text could be read: an unfinished tag, and text that may go on, wait for the next chunk. */
function scanText(xml: string, handler: XmlHandler): number {
  let at = 0;
  for (;;) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return at;
    const isAside = xml.charCodeAt(tag + 1) === 33 || xml.charCodeAt(tag + 1) === 63;
    const end = isAside ? endOfAside(xml, tag) : endOfTag(xml, tag);
    if (end < 0) return at;
    if (tag > at) handler.text?.(xml.slice(at, tag));
    if (isAside) readAside(xml.slice(tag, end), handler);
    else readTag(xml.slice(tag + 1, end - 1), handler);
    at = end;
  }
}

function readTag(tag: string, handler: XmlHandler): void {
  if (tag.charCodeAt(0) === 47) {
    handler.close?.(localName(tag.slice(1).trim()));
    return;
  }
  const selfClosing = tag.endsWith('/');
  const body = selfClosing ? tag.slice(0, -1) : tag;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open?.(name, space < 0 ? '' : body.slice(space));
  if (selfClosing) handler.close?.(name);
}

/** Behind the tag's >; one inside a quoted value ends nothing: number formats such as [>100]0 have it. -1 while unfinished. */
function endOfTag(xml: string, tag: number): number {
  let quoted = false;
  for (let at = tag + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 62 && !quoted) return at + 1;
  }
  return -1;
}

function endOfAside(xml: string, tag: number): number {
  const closing = xml.startsWith('<![CDATA[', tag) ? ']]>' : xml.startsWith('<!--', tag) ? '-->' : '>';
  const end = xml.indexOf(closing, tag);
  return end < 0 ? -1 : end + closing.length;
}

/** Comments and processing instructions are passed over, CDATA is text, a DOCTYPE is refused. */
function readAside(aside: string, handler: XmlHandler): void {
  if (/^<!DOCTYPE/i.test(aside)) throw new DocumentProblem('FILE_DAMAGED', { part: 'DOCTYPE' });
  if (aside.startsWith('<![CDATA[')) handler.text?.(aside.slice(9, -3).replaceAll('&', '&amp;'));
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

import { ImportedXmlComponent, type XmlComponent } from 'docx';
import { emu } from './units';

/*
 * A signature drawn on the screen (SVG path data in a box of 600 × 200) as a drawing of the word processor: a line that
 * stays sharp at every size, and no picture file. What is not understood gives no drawing: the name stands alone then.
 */

/** The box that the signature is drawn in, and the tenths of its unit that the drawing counts in. */
const BOX = { width: 600, height: 200, scale: 10 } as const;
/** Numbers that each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, T: 2, C: 6, S: 4, Z: 0 };
const MAX_POINTS = 20_000;

type Point = readonly [number, number];

interface Pen {
  at: Point;
  start: Point;
  /** The last control point, which T and S mirror; the point itself after any other command. */
  control: Point;
}

const mirror = (pen: Pen): Point => [2 * pen.at[0] - pen.control[0], 2 * pen.at[1] - pen.control[1]];

const xmlPoint = ([x, y]: Point): string => {
  const inside = (value: number, max: number): number => Math.round(Math.min(max, Math.max(0, value)) * BOX.scale);
  return `<a:pt x="${inside(x, BOX.width)}" y="${inside(y, BOX.height)}"/>`;
};
const element = (name: string, points: readonly Point[]): string => `<a:${name}>${points.map(xmlPoint).join('')}</a:${name}>`;

/** One command with its numbers, as DrawingML; moves the pen. */
function draw(pen: Pen, command: string, n: readonly number[], relative: boolean): string {
  const [dx, dy] = relative ? pen.at : ([0, 0] as const);
  const point = (index: number): Point => [(n[index] ?? 0) + dx, (n[index + 1] ?? 0) + dy];
  const go = (name: string, points: readonly Point[], control?: Point): string => {
    pen.at = points.at(-1) ?? pen.at;
    pen.control = control ?? pen.at;
    return element(name, points);
  };
  switch (command) {
    case 'M':
      pen.start = point(0);
      return go('moveTo', [point(0)]);
    case 'H':
      return go('lnTo', [[(n[0] ?? 0) + dx, pen.at[1]]]);
    case 'V':
      return go('lnTo', [[pen.at[0], (n[0] ?? 0) + dy]]);
    case 'Q':
      return go('quadBezTo', [point(0), point(2)], point(0));
    case 'T': {
      const control = mirror(pen);
      return go('quadBezTo', [control, point(0)], control);
    }
    case 'C':
      return go('cubicBezTo', [point(0), point(2), point(4)], point(2));
    case 'S':
      return go('cubicBezTo', [mirror(pen), point(0), point(2)], point(0));
    case 'Z':
      pen.at = pen.control = pen.start;
      return '<a:close/>';
    default:
      return go('lnTo', [point(0)]);
  }
}

/** SVG path data as the commands of a DrawingML path; null when it is none, or longer than any signature. */
export function pathCommands(data: string): string | null {
  const tokens = data.match(/[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[^\s,]/gi) ?? [];
  if (tokens.length === 0 || tokens.length > MAX_POINTS || !/^m$/i.test(tokens[0] ?? '')) return null;
  const pen: Pen = { at: [0, 0], start: [0, 0], control: [0, 0] };
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const letter = tokens[i++] ?? '';
    let command = letter.toUpperCase();
    const takes = Object.hasOwn(TAKES, command) ? TAKES[command] : undefined;
    if (takes === undefined) return null;
    let turns = 0;
    do {
      const numbers = tokens.slice(i, i + takes).map(Number);
      if (numbers.length < takes || numbers.some((value) => !Number.isFinite(value))) return null;
      // Numbers that go on after a move are lines.
      if (command === 'M' && turns > 0) command = 'L';
      out.push(draw(pen, command, numbers, letter !== letter.toUpperCase()));
      i += takes;
      turns += 1;
    } while (takes > 0 && i < tokens.length && Number.isFinite(Number(tokens[i])));
  }
  return out.join('');
}

/**
 * A signature as a run of a paragraph; null when there is nothing to draw.
 * @param id number of the drawing in its document @param name what a screen reader says of it
 */
export function inkRun(data: string, id: number, name: string, heightMm: number): XmlComponent | null {
  const commands = pathCommands(data);
  if (commands === null) return null;
  const [cx, cy] = [emu((heightMm * BOX.width) / BOX.height), emu(heightMm)];
  const title = name.replace(/[<>&"]/g, '');
  return ImportedXmlComponent.fromXmlString(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">` +
      `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${id}" name="${title}" descr="${title}"/><wp:cNvGraphicFramePr/>` +
      `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">` +
      `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
      `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>` +
      `<a:path w="${BOX.width * BOX.scale}" h="${BOX.height * BOX.scale}" fill="none">${commands}</a:path></a:pathLst></a:custGeom>` +
      `<a:noFill/><a:ln w="15875" cap="rnd"><a:solidFill><a:srgbClr val="1F2A6B"/></a:solidFill><a:round/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>` +
      `</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
  );
}

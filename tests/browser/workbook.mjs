// Filling in a workbook as a spreadsheet program would: one cell of one sheet, everything else as it was.

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

function unescaped(text) {
  const plain = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => plain[name]);
}

/** The value of an attribute in the text of an element. */
function attribute(element, name) {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];
}

/** The texts that cells name by number. */
function sharedTexts(parts) {
  const xml = strFromU8(parts["xl/sharedStrings.xml"]);
  const items = xml.match(/<si>.*?<\/si>/gs) ?? [];
  return items.map((item) => unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((t) => t[1]).join("")));
}

/** The part of the sheet with this name. */
function partOf(parts, sheet) {
  const sheets = strFromU8(parts["xl/workbook.xml"]).match(/<sheet [^>]*>/g);
  const id = attribute(sheets.find((element) => attribute(element, "name") === sheet), "r:id");
  const relations = strFromU8(parts["xl/_rels/workbook.xml.rels"]).match(/<Relationship [^>]*>/g);
  return `xl/${attribute(relations.find((element) => attribute(element, "Id") === id), "Target")}`;
}

/** Cells of a sheet as `{ name, row, column, whole, text }`. */
function cellsOf(xml, texts) {
  return [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([whole, attributes, inner = ""]) => {
    const name = attribute(` ${attributes}`, "r");
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? "";
    const text = attribute(` ${attributes}`, "t") === "s" ? texts[Number(value)] : value;
    return { name, row: name.replace(/\D/g, ""), column: name.replace(/\d/g, ""), whole, text };
  });
}

/**
 * The bytes of an XLSX file with a number typed into the cell in the row with all these codes and the column
 * with this code.
 */
export function typedIn(bytes, sheet, codes, column, number) {
  const parts = unzipSync(new Uint8Array(bytes));
  const part = partOf(parts, sheet);
  const xml = strFromU8(parts[part]);
  const cells = cellsOf(xml, sharedTexts(parts));
  const head = cells.find((cell) => cell.text === column && cell.row === "3");
  if (!head) throw new Error(`no column ${column} on ${sheet}`);
  const inRow = (row) => cells.filter((cell) => cell.row === row).map((cell) => cell.text);
  const found = cells.find((cell) => {
    return cell.column === head.column && Number(cell.row) > 3 && codes.every((code) => inRow(cell.row).includes(code));
  });
  if (!found) throw new Error(`no row ${codes.join(" ")} on ${sheet}`);
  const style = attribute(found.whole, "s");
  const cell = `<c r="${found.name}" s="${style}"><v>${number}</v></c>`;
  parts[part] = strToU8(xml.replace(found.whole, cell));
  return zipSync(parts);
}

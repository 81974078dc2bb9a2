/** Every place of the document's types that takes a text, found by walking the types, so that a new field is covered. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

const FILE = fileURLToPath(new URL("../../src/model/document/document.ts", import.meta.url));

/** What a type takes, as far as texts go. */
export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "list"; readonly items: readonly Shape[] }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, readonly Shape[]> }
  | { readonly kind: "record"; readonly values: readonly Shape[] };

function shapesOf(type: ts.Type, checker: ts.TypeChecker, depth: number): readonly Shape[] {
  if (depth > 8) return [];
  if (type.isUnion()) {
    const shapes = type.types.flatMap((part) => shapesOf(part, checker, depth));
    // A choice of words is one text.
    const texts = shapes.filter(({ kind }) => kind === "text");
    return [...texts.slice(0, 1), ...shapes.filter(({ kind }) => kind !== "text")];
  }
  if (type.flags & ts.TypeFlags.StringLike) return [{ kind: "text" }];
  if (type.flags & ts.TypeFlags.Unknown) return [{ kind: "text" }];
  if (!(type.flags & ts.TypeFlags.Object) || type.symbol?.name === "Date") return [];
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return item ? [{ kind: "list", items: shapesOf(item, checker, depth + 1) }] : [];
  }
  const index = type.getStringIndexType();
  if (index) return [{ kind: "record", values: shapesOf(index, checker, depth + 1) }];
  const fields = new Map(
    checker.getPropertiesOfType(type).map((property) => {
      const declaration = property.valueDeclaration as ts.Declaration;
      return [property.name, shapesOf(checker.getTypeOfSymbolAtLocation(property, declaration), checker, depth + 1)];
    }),
  );
  return [{ kind: "object", fields }];
}

/** The shape of `TimelineDocument`. */
export function documentShape(): Shape {
  const program = ts.createProgram([FILE], { strict: true, noLib: false, lib: ["lib.es2023.d.ts"], types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(FILE);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === "TimelineDocument");
  if (!symbol) throw new Error("there is no TimelineDocument");
  const [shape] = shapesOf(checker.getDeclaredTypeOfSymbol(symbol), checker, 0);
  if (shape?.kind !== "object") throw new Error("TimelineDocument is no object");
  return shape;
}

/** Paths of all texts, such as `events[].sources[].title`. */
export function textPaths(shape: Shape, path = ""): string[] {
  switch (shape.kind) {
    case "text":
      return [path];
    case "list":
      return shape.items.flatMap((item) => textPaths(item, `${path}[]`));
    case "record":
      return shape.values.flatMap((value) => textPaths(value, `${path}{}`));
    case "object":
      return [...shape.fields].flatMap(([name, shapes]) =>
        shapes.flatMap((field) => textPaths(field, path === "" ? name : `${path}.${name}`)),
      );
  }
}

/**
 * Values of a shape with a text in every place of it. A field that takes a text or something more takes the one in the
 * first value and the other in the second; both stand where a list has room for both.
 */
export function filled(shape: Shape, text: (path: string) => string, fuller: boolean, path = ""): unknown {
  switch (shape.kind) {
    case "text":
      return text(path);
    case "list":
      return shape.items.flatMap((item) => {
        const full = filled(item, text, true, `${path}[]`);
        const plain = filled(item, text, false, `${path}[]`);
        return JSON.stringify(full) === JSON.stringify(plain) ? [full] : [full, plain];
      });
    case "record":
      return Object.fromEntries(
        shape.values.map((value) => [text(`${path}{key}`), filled(value, text, fuller, `${path}{}`)]),
      );
    case "object":
      return Object.fromEntries(
        [...shape.fields].flatMap(([name, shapes]) => {
          const field = fuller ? shapes.at(-1) : shapes[0];
          return field ? [[name, filled(field, text, fuller, path === "" ? name : `${path}.${name}`)]] : [];
        }),
      );
  }
}

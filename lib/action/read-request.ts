import { AppError, ValidacionError } from '@/lib/errors';

/** 413: the body is larger than the route admits. */
export class CuerpoGrandeError extends AppError {
  constructor(limiteBytes: number) {
    const limite = limiteBytes >= 1_048_576 ? `${Math.floor(limiteBytes / 1_048_576)} MB` : `${limiteBytes} bytes`;
    super('cuerpo_grande', 413, `Lo enviado es demasiado grande. El máximo es ${limite}.`);
  }
}

/** An uploaded file, whole in memory and never larger than the route's limit. */
export type ArchivoSubido = { nombre: string; tipo: string; bytes: Uint8Array };

/** The body's bytes, counted while they arrive. Throws CuerpoGrandeError as soon as there are too many. */
export async function readBytes(req: Request, limiteBytes: number): Promise<Uint8Array> {
  if (Number(req.headers.get('content-length') ?? 0) > limiteBytes) throw new CuerpoGrandeError(limiteBytes);
  if (!req.body) return new Uint8Array();
  const partes: Uint8Array[] = [];
  let total = 0;
  const lector = req.body.getReader();
  for (;;) {
    const { done, value } = await lector.read();
    if (done) return partes.length === 1 && partes[0] ? partes[0] : Buffer.concat(partes, total);
    total += value.byteLength;
    if (total > limiteBytes) {
      void lector.cancel().catch(() => {});
      throw new CuerpoGrandeError(limiteBytes);
    }
    partes.push(value);
  }
}

/** The JSON object of the body; no body reads as `{}`. Throws ValidacionError for anything else, CuerpoGrandeError. */
export async function readJson(req: Request, limiteBytes: number): Promise<Record<string, unknown>> {
  const bytes = await readBytes(req, limiteBytes);
  if (bytes.byteLength === 0) return {};
  let valor: unknown;
  try {
    valor = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ValidacionError('El cuerpo del pedido no es JSON válido.');
  }
  if (valor === null || typeof valor !== 'object' || Array.isArray(valor)) {
    throw new ValidacionError('El cuerpo del pedido debe ser un objeto JSON.');
  }
  return valor as Record<string, unknown>;
}

/** The query by name. A repeated name is refused: nobody can tell which one was meant. */
export function readQuery(url: URL): Record<string, string> {
  const query = new Map<string, string>();
  for (const [nombre, valor] of url.searchParams) {
    if (query.has(nombre)) throw new ValidacionError(`Parámetro repetido: ${nombre.slice(0, 60)}.`);
    query.set(nombre, valor);
  }
  return Object.fromEntries(query);
}

/**
 * An upload as `{ archivo, …text fields }`: multipart with one file in the field `archivo`, or the file itself as the
 * body (then its name may come in `?nombre=`). Throws ValidacionError, CuerpoGrandeError.
 */
export async function readUpload(req: Request, limiteBytes: number): Promise<Record<string, unknown>> {
  const tipo = req.headers.get('content-type') ?? 'application/octet-stream';
  const bytes = await readBytes(req, limiteBytes);
  if (!tipo.toLowerCase().startsWith('multipart/form-data')) {
    return { archivo: { nombre: '', tipo, bytes } satisfies ArchivoSubido };
  }
  const cuerpo = new Map<string, unknown>();
  for (const [nombre, valor] of await form(bytes, tipo)) {
    if (cuerpo.has(nombre)) throw new ValidacionError(`Campo repetido: ${nombre.slice(0, 60)}.`);
    cuerpo.set(nombre, typeof valor === 'string' ? valor : await fileOf(valor));
  }
  // Not by assignment: a field called __proto__ would vanish, and what nobody asked for must be named.
  return Object.fromEntries(cuerpo);
}

async function form(bytes: Uint8Array, tipo: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': tipo } }).formData();
  } catch {
    throw new ValidacionError('El formulario enviado está incompleto.');
  }
}

async function fileOf(archivo: File): Promise<ArchivoSubido> {
  return { nombre: archivo.name, tipo: archivo.type, bytes: new Uint8Array(await archivo.arrayBuffer()) };
}

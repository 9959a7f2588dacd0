import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { RespaldoRechazado } from './rechazo';

/**
 * One gzip'd file: for each table a frame `T` with its name and columns and frames `D` with its rows as COPY writes them,
 * and at the end a frame `M` with the manifest. A frame is its letter, its length in four bytes, and its content.
 */
const FORMATO = 1;
const FRAME_MAXIMO = 64 * 1_048_576;

/** A table's name and columns, as they come before its rows. */
export type Cabecera = { tabla: string; columnas: string[] };
/** Rows are bytes; a header says whose they are from there on. */
export type Pieza = Cabecera | Buffer;

/** What is known of a copy without opening its rows. */
export type Manifiesto = {
  formato: number;
  version: string;
  creado: string;
  servidor: string;
  /** What read the rows. */
  con: string;
  /** Hashes of the migrations of the copied database, oldest first. */
  migraciones: string[];
  tablas: (Cabecera & { filas: number; sha256: string })[];
  /** The last number each sequence gave; those that gave none are absent. */
  secuencias: Record<string, number>;
};

type Cuenta = Cabecera & { filas: number; hash: ReturnType<typeof createHash> };
type Resumen = Pick<Manifiesto, 'formato' | 'tablas'>;

function sumar(cuentas: Cuenta[], pieza: Pieza): void {
  if (!Buffer.isBuffer(pieza)) {
    cuentas.push({ ...pieza, filas: 0, hash: createHash('sha256') });
    return;
  }
  const cuenta = cuentas.at(-1);
  if (!cuenta) throw new Error('rows before any table');
  cuenta.hash.update(pieza);
  // COPY escapes line feeds inside values, so each one ends a row
  for (let fin = pieza.indexOf(10); fin >= 0; fin = pieza.indexOf(10, fin + 1)) cuenta.filas += 1;
}

const resumir = (cuentas: Cuenta[]): Manifiesto['tablas'] =>
  cuentas.map(({ hash, ...cuenta }) => ({ ...cuenta, sha256: hash.digest('hex') }));

function marco(letra: 'T' | 'D' | 'M', contenido: Buffer): Buffer {
  const cabeza = Buffer.alloc(5);
  cabeza.write(letra, 'latin1');
  cabeza.writeUInt32BE(contenido.length, 1);
  return Buffer.concat([cabeza, contenido]);
}

const json = (valor: unknown) => Buffer.from(JSON.stringify(valor));

/** Writes a new file (never over another) with the pieces and the manifest that `cerrar` makes of what passed. */
export async function escribirArchivo(
  ruta: string,
  piezas: AsyncIterable<Pieza>,
  cerrar: (resumen: Resumen) => Promise<Manifiesto>,
): Promise<Manifiesto> {
  let hecho: Manifiesto | undefined;
  async function* marcos() {
    const cuentas: Cuenta[] = [];
    for await (const pieza of piezas) {
      sumar(cuentas, pieza);
      yield Buffer.isBuffer(pieza) ? marco('D', pieza) : marco('T', json(pieza));
    }
    hecho = await cerrar({ formato: FORMATO, tablas: resumir(cuentas) });
    yield marco('M', json(hecho));
  }
  await pipeline(
    Readable.from(marcos()),
    createGzip(),
    createWriteStream(ruta, { flags: 'wx', mode: 0o600, flush: true }),
  );
  if (!hecho) throw new Error('the copy ended without its manifest');
  return hecho;
}

/** The pieces of a file. Throws RespaldoRechazado as soon as it is not a whole copy. */
export async function* leerArchivo(ruta: string): AsyncGenerator<Pieza | { manifiesto: Manifiesto }> {
  let resto: Buffer = Buffer.alloc(0);
  let ultimo = '';
  try {
    const entrada = createReadStream(ruta);
    const texto = createGunzip();
    entrada.on('error', (error) => texto.destroy(error));
    for await (const trozo of entrada.pipe(texto) as AsyncIterable<Buffer>) {
      resto = resto.length > 0 ? Buffer.concat([resto, trozo]) : trozo;
      while (resto.length >= 5) {
        const largo = resto.readUInt32BE(1);
        const letra = resto.toString('latin1', 0, 1);
        if (!'TDM'.includes(letra) || largo > FRAME_MAXIMO || ultimo === 'M') throw new Error('no es una copia');
        if (resto.length < 5 + largo) break;
        const contenido = resto.subarray(5, 5 + largo);
        resto = resto.subarray(5 + largo);
        ultimo = letra;
        if (letra === 'D') yield contenido;
        else if (letra === 'T') yield JSON.parse(contenido.toString()) as Cabecera;
        else yield { manifiesto: JSON.parse(contenido.toString()) as Manifiesto };
      }
    }
    if (ultimo !== 'M' || resto.length > 0) throw new Error('está incompleta');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new RespaldoRechazado(`No existe el archivo ${ruta}`);
    throw new RespaldoRechazado(`La copia ${ruta} está dañada y no se usó: ${(error as Error).message}`);
  }
}

/**
 * Reads a whole file and checks each table against the manifest. Touches no database.
 * Throws RespaldoRechazado when anything is missing, altered or of a newer format.
 */
export async function comprobarArchivo(ruta: string): Promise<Manifiesto> {
  const cuentas: Cuenta[] = [];
  let manifiesto: Manifiesto | undefined;
  for await (const pieza of leerArchivo(ruta)) {
    if ('manifiesto' in pieza) manifiesto = pieza.manifiesto;
    else sumar(cuentas, pieza);
  }
  if (manifiesto?.formato !== FORMATO) {
    throw new RespaldoRechazado(
      `La copia ${ruta} es de una versión más nueva: actualizar Kantuta POS antes de restaurar`,
    );
  }
  const leidas = resumir(cuentas);
  const { tablas } = manifiesto;
  const mala = tablas.find((tabla, i) => JSON.stringify(tabla) !== JSON.stringify(leidas[i]));
  if (mala || leidas.length !== tablas.length) {
    throw new RespaldoRechazado(
      `La copia ${ruta} está dañada y no se usó: la tabla ${mala?.tabla ?? 'última'} no es la que se copió`,
    );
  }
  return manifiesto;
}

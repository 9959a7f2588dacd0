const COMILLA = 34;
const FIN_DE_LINEA = 10;

/** Counts the lines of a CSV as its bytes arrive, heads included; a line break inside quotes is part of a cell. */
export function contadorDeCsv(): (trozo: Uint8Array) => number {
  let lineas = 0;
  let dentro = false;
  return (trozo) => {
    for (const byte of trozo) {
      if (byte === COMILLA) dentro = !dentro;
      else if (byte === FIN_DE_LINEA && !dentro) lineas++;
    }
    return lineas;
  };
}

const FIN_DEL_ZIP = 0x06054b50;
const ENTRADA = 0x02014b50;
const HOJA = 'xl/worksheets/sheet1.xml';

/** The rows of the first sheet of a workbook, heads included: a workbook is a zip, and its sheet one compressed part of it. */
export async function lineasDeXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const hoja = parteDelZip(bytes, HOJA);
  if (!hoja) return 0;
  const texto = new Blob([hoja])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream());
  let filas = 0;
  let resto = '';
  for (const lector = texto.getReader(); ; ) {
    const { done, value } = await lector.read();
    if (done) return filas;
    const partes = (resto + value).split('<row ');
    filas += partes.length - 1;
    resto = (partes.at(-1) ?? '').slice(-4);
  }
}

/** A part of a zip as it is kept, by the directory at its end; `null` when it is not there. */
function parteDelZip(bytes: Uint8Array<ArrayBuffer>, nombre: string): Uint8Array<ArrayBuffer> | null {
  const zip = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let fin = bytes.length - 22;
  while (fin >= 0 && zip.getUint32(fin, true) !== FIN_DEL_ZIP) fin--;
  if (fin < 0) return null;
  let aqui = zip.getUint32(fin + 16, true);
  while (aqui < fin && zip.getUint32(aqui, true) === ENTRADA) {
    const [largo, extra, nota] = [28, 30, 32].map((d) => zip.getUint16(aqui + d, true)) as [number, number, number];
    const suyo = new TextDecoder().decode(bytes.subarray(aqui + 46, aqui + 46 + largo));
    if (suyo === nombre) {
      const local = zip.getUint32(aqui + 42, true);
      const desde = local + 30 + zip.getUint16(local + 26, true) + zip.getUint16(local + 28, true);
      return bytes.subarray(desde, desde + zip.getUint32(aqui + 20, true));
    }
    aqui += 46 + largo + extra + nota;
  }
  return null;
}

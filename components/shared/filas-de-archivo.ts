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

const HOJA = 'xl/worksheets/sheet1.xml';

/** The rows of the first sheet of a workbook, heads included; none of what is not one. */
export async function lineasDeXlsx(bytes: Uint8Array): Promise<number> {
  const { strFromU8, unzip } = await import('fflate');
  const hoja = await new Promise<Uint8Array | undefined>((resolve) => {
    unzip(bytes, { filter: ({ name }) => name === HOJA }, (error, partes) => resolve(error ? undefined : partes[HOJA]));
  });
  return hoja ? strFromU8(hoja).split('<row ').length - 1 : 0;
}

import type { Tx } from '@/db/transaction';
import { importeLinea, jsonDeCentavos } from '@/lib/money';
import { ArchivoIlegibleError } from '../errors';
import { normalizarTexto } from '../rules';
import type { ResumenImportacion } from '../schemas';
import type { Encabezado } from './columnas';
import { buscarExistentes, llaveDe } from './existentes';
import type { DatosFila, FilaLeida } from './validar-fila';

/** Rows of one file. A shop's whole catalogue fits; more is read in several files. */
const MAXIMO_FILAS = 50_000;
const LOTE = 1_000;

type FilaPuesta = FilaLeida & { linea: number };

/** Takes rows one by one, compares them with the rest of the file and the catalogue, and stores them in batches. */
export class Revision {
  private lote: FilaPuesta[] = [];
  private readonly vistas = new Map<string, number>();
  private readonly nuevasCategorias: string[] = [];
  private filas = 0;
  private malas = 0;
  private nuevas = 0;
  private existentes = 0;
  private avisos = 0;
  private valorStock = 0;

  constructor(
    private readonly tx: Tx,
    /** Name as it will be stored, by its normalised form. */
    private readonly categorias: Map<string, string>,
    private readonly encabezado: Encabezado,
  ) {}

  /** Takes the next row. Throws ArchivoIlegibleError when there are too many. */
  async agregar(id: number, fila: FilaPuesta): Promise<void> {
    this.filas += 1;
    if (this.filas > MAXIMO_FILAS) {
      throw new ArchivoIlegibleError(`El archivo pasa de ${MAXIMO_FILAS} filas. Hay que dividirlo.`);
    }
    this.lote.push(this.sinRepetir(fila));
    if (this.lote.length >= LOTE) await this.guardar(id);
  }

  /** Writes what is left and the header's counts. */
  async cerrar(id: number, archivo: { codificacion: string; separador: string }): Promise<void> {
    await this.guardar(id);
    if (this.filas === 0) throw new ArchivoIlegibleError('El archivo solo tiene el encabezado.');
    const resumen: ResumenImportacion = {
      ...archivo,
      columnas: this.encabezado.leidas,
      columnas_ignoradas: this.encabezado.ignoradas.slice(0, 30),
      categorias_nuevas: this.nuevasCategorias,
      nuevas: this.nuevas,
      existentes: this.existentes,
      avisos: this.avisos,
      valor_stock: jsonDeCentavos(this.valorStock),
    };
    await this.tx.sql`
      update importacion set filas = ${this.filas}, filas_malas = ${this.malas},
        resumen = ${JSON.stringify(resumen)}::text::jsonb where id = ${id}`;
  }

  private sinRepetir(fila: FilaPuesta): FilaPuesta {
    if (!fila.datos) return fila;
    const llave = llaveDe(fila.datos);
    const antes = this.vistas.get(llave);
    if (antes === undefined) {
      this.vistas.set(llave, fila.linea);
      return fila;
    }
    const que = fila.datos.codigo ? `El código ${fila.datos.codigo}` : 'El mismo nombre, sin código,';
    return { ...fila, datos: null, falla: `${que} ya está en la línea ${antes}.` };
  }

  private async guardar(id: number): Promise<void> {
    const lote = this.lote;
    this.lote = [];
    const existentes = await buscarExistentes(
      this.tx,
      lote.flatMap((f) => f.datos ?? []),
    );
    for (const fila of lote) {
      if (!fila.datos) this.malas += 1;
      else this.contar(fila.datos, existentes.get(llaveDe(fila.datos))?.id);
    }
    await this.tx.sql`
      insert into importacion_fila (id_importacion, linea, crudo, datos, falla)
      select ${id}::int, x.linea, x.crudo, nullif(x.datos, 'null'), x.falla
      from jsonb_to_recordset(${JSON.stringify(lote)}::text::jsonb) as x(linea int, crudo jsonb, datos jsonb, falla text)`;
  }

  private contar(datos: DatosFila, existente: number | undefined): void {
    if (datos.aviso) this.avisos += 1;
    const clave = normalizarTexto(datos.categoria);
    if (existente !== undefined) {
      datos.existente = existente;
      this.existentes += 1;
      return;
    }
    this.nuevas += 1;
    this.valorStock += importeLinea(datos.costo ?? 0, datos.stock ?? 0);
    if (!this.categorias.has(clave)) {
      this.categorias.set(clave, datos.categoria);
      this.nuevasCategorias.push(datos.categoria);
    }
    datos.categoria = this.categorias.get(clave) ?? datos.categoria;
  }
}

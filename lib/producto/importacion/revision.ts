import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { importeLinea, jsonDeCentavos } from '@/lib/money';
import { ArchivoIlegibleError } from '../errors';
import { normalizarTexto } from '../rules';
import type { ResumenImportacion } from '../schemas-importacion';
import { buscarExistentes, choqueDe, type Existentes, llaveDe } from './existentes';
import type { Progreso } from './tomar';
import type { DatosFila, FilaLeida } from './validar-fila';

/** Rows of one file. A shop's whole catalogue fits; more is read in several files. */
const MAXIMO_FILAS = 50_000;
const LOTE = 1_000;

type FilaPuesta = FilaLeida & { linea: number };

/** Takes rows one by one, compares them with the rest of the file and the catalogue, and stores them in batches. */
export class Revision {
  private lote: FilaPuesta[] = [];
  private readonly vistas = new Map<string, number>();
  private readonly skus = new Map<string, number>();
  private readonly conocidos = new Map<number, number>();
  private readonly nuevasCategorias: string[] = [];
  private filas = 0;
  private malas = 0;
  private nuevas = 0;
  private existentes = 0;
  private avisos = 0;
  private digitosMalos = 0;
  private valorStock = 0;

  constructor(
    private readonly tx: Tx,
    /** Name as it will be stored, by its normalised form. */
    private readonly categorias: Map<string, string>,
    private readonly progreso: Progreso,
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

  /** Writes what is left and the counts, over what is known of the file. Throws ArchivoIlegibleError when it had no rows. */
  async cerrar(ctx: Context, id: number, archivo: ResumenImportacion): Promise<void> {
    await this.guardar(id);
    if (this.filas === 0) throw new ArchivoIlegibleError('El archivo solo tiene el encabezado.');
    const resumen: ResumenImportacion = {
      ...archivo,
      columnas_ignoradas: archivo.columnas_ignoradas.slice(0, 30),
      categorias_nuevas: this.nuevasCategorias,
      nuevas: this.nuevas,
      existentes: this.existentes,
      avisos: this.avisos,
      digitos_malos: this.digitosMalos,
      valor_stock: jsonDeCentavos(this.valorStock),
    };
    await this.tx.sql`
      update importacion set situacion = 'REVISADA', falla = null, filas = ${this.filas}, filas_malas = ${this.malas},
        filas_hechas = 0, resumen = ${JSON.stringify(resumen)}::text::jsonb,
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id} and situacion = 'LEYENDO'`;
  }

  private sinRepetir(fila: FilaPuesta): FilaPuesta {
    if (!fila.datos) return fila;
    const llave = llaveDe(fila.datos);
    const antes = this.vistas.get(llave);
    const que = fila.datos.codigo ? `El código ${fila.datos.codigo}` : 'El mismo nombre, sin código,';
    if (antes !== undefined) return rechazada(fila, `${que} ya está en la línea ${antes}.`);
    this.vistas.set(llave, fila.linea);
    const { sku } = fila.datos;
    const conSku = sku === null ? undefined : this.skus.get(sku.toLowerCase());
    if (conSku !== undefined) return rechazada(fila, `El SKU ${sku} ya está en la línea ${conSku}.`);
    if (sku !== null) this.skus.set(sku.toLowerCase(), fila.linea);
    return fila;
  }

  /** Why a row is a product that another row already is, by another of its codes; `null` when it is not. */
  private otraVez({ linea, datos }: FilaPuesta, { productos }: Existentes): string | null {
    const mio = datos && productos.get(llaveDe(datos));
    if (!mio) return null;
    const antes = this.conocidos.get(mio.id);
    if (antes !== undefined) return `Es ${mio.nombre}, el mismo producto de la línea ${antes}.`;
    this.conocidos.set(mio.id, linea);
    return null;
  }

  private async guardar(id: number): Promise<void> {
    const leidas = this.lote;
    this.lote = [];
    const existentes = await buscarExistentes(
      this.tx,
      leidas.flatMap((f) => f.datos ?? []),
    );
    const lote = leidas.map((fila) => {
      const choque = fila.datos && (choqueDe(fila.datos, existentes) ?? this.otraVez(fila, existentes));
      return choque ? rechazada(fila, choque) : fila;
    });
    for (const fila of lote) {
      if (fila.digitoMalo) this.digitosMalos += 1;
      if (!fila.datos) this.malas += 1;
      else this.contar(fila.datos, existentes.productos.get(llaveDe(fila.datos))?.id);
    }
    await this.tx.sql`
      insert into importacion_fila (id_importacion, linea, crudo, datos, falla)
      select ${id}::int, x.linea, x.crudo, nullif(x.datos, 'null'), x.falla
      from jsonb_to_recordset(${JSON.stringify(lote)}::text::jsonb) as x(linea int, crudo jsonb, datos jsonb, falla text)`;
    await this.progreso(this.filas);
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

function rechazada(fila: FilaPuesta, falla: string): FilaPuesta {
  return { ...fila, datos: null, falla };
}

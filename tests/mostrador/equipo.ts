import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/context';
import { firmar } from '@/lib/firma';
import { conceder } from '@/lib/mostrador/conceder';
import type { HechoEscritoInput } from '@/lib/mostrador/hecho-escrito';
import { recibirHechos } from '@/lib/mostrador/recibir-hechos';
import type { ConcesionDto, ResultadoDeHechoDto } from '@/lib/mostrador/schemas';
import type { ProductoDto } from '@/lib/producto/schemas';
import { AHORA, ctxDe, linea } from '../harness/factories';

/** A fact as it travels. */
export type Sobre = { texto: string; mac: string };

/** Without what every fact has. */
type Suelto = {
  [T in HechoEscritoInput['tipo']]: Omit<
    Extract<HechoEscritoInput, { tipo: T }>,
    'v' | 'clave' | 'id_dispositivo' | 'concesion' | 'orden' | 'hecho_en' | 'desfase'
  >;
}[HechoEscritoInput['tipo']];

/** A browser that sells: it signs what happens and keeps it until it is sent. */
export class Equipo {
  orden = 0;
  numero = 0;
  constructor(
    readonly id: string,
    readonly grant: ConcesionDto,
    readonly actor: Actor,
  ) {}

  static async de(actor: Actor, opciones: { idCaja?: number; ahora?: Date; id?: string } = {}): Promise<Equipo> {
    const id = opciones.id ?? randomUUID();
    const raw = { id_dispositivo: id, id_caja: opciones.idCaja, tomar: opciones.idCaja ? true : undefined };
    return new Equipo(id, await conceder(ctxDe(actor, { ahora: opciones.ahora ?? AHORA }), raw), actor);
  }

  /** Signs what happens now. */
  firmar(
    hecho: Suelto,
    mas: { en?: Date; desfase?: number; clave?: string; orden?: number } = {},
  ): Sobre & { clave: string } {
    const clave = mas.clave ?? randomUUID();
    const texto = JSON.stringify({
      v: 1,
      clave,
      orden: mas.orden ?? ++this.orden,
      id_dispositivo: this.id,
      concesion: this.grant.concesion.id,
      hecho_en: (mas.en ?? AHORA).toISOString(),
      desfase: mas.desfase ?? 0,
      ...hecho,
    });
    return { texto, mac: firmar(this.grant.concesion.clave_mac, texto), clave };
  }

  folio() {
    return { serie: this.grant.dispositivo.serie, numero: ++this.numero };
  }

  /** A cash ticket of one product at a price, today's unless another is given. */
  venta(
    sesion: number | string,
    producto: ProductoDto,
    cantidad = 1,
    mas: {
      precio?: number;
      en?: Date;
      desfase?: number;
      clave?: string;
      cuerpo?: object;
      folio?: { serie: string; numero: number };
    } = {},
  ) {
    const precio = mas.precio ?? producto.precio_venta;
    const hecho = {
      tipo: 'venta' as const,
      sesion: typeof sesion === 'number' ? { id: sesion } : { apertura: sesion },
      folio: mas.folio ?? this.folio(),
      cuerpo: {
        total: Math.round(precio * cantidad * 100) / 100,
        metodo_pago: 'EFECTIVO',
        detalles: [{ ...linea(producto, cantidad), precio_unitario: precio }],
        ...mas.cuerpo,
      },
    };
    return this.firmar(hecho, mas);
  }

  /** Sends, as whoever is signed in. */
  async enviar(sobres: readonly Sobre[], mas: { como?: Actor; ahora?: Date } = {}): Promise<ResultadoDeHechoDto[]> {
    const ctx = ctxDe(mas.como ?? this.actor, { ahora: mas.ahora ?? new Date(AHORA.getTime() + 60_000) });
    const hechos = sobres.map(({ texto, mac }) => ({ texto, mac }));
    return (await recibirHechos(ctx, { id_dispositivo: this.id, hechos })).resultados;
  }
}

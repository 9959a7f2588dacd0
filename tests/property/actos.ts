import fc from 'fast-check';

/** What somebody tries, in numbers that the shop of the moment interprets (indices wrap around). */
export type Acto =
  | { tipo: 'vender'; quien: number; ajena: boolean; lineas: LineaPedida[]; cobro: Cobro; repetir: boolean }
  | { tipo: 'anular'; quien: number; venta: number; propia: boolean }
  | { tipo: 'editar'; quien: number; venta: number; metodo: number }
  | { tipo: 'mover'; quien: number; ingreso: boolean; monto: number }
  | { tipo: 'contar'; quien: number; producto: number; hasta: number }
  | {
      tipo: 'entrar';
      quien: number;
      producto: number;
      cantidad: number;
      concepto: number;
      costo: number | null;
      enTotal: boolean;
    }
  | { tipo: 'sacar'; quien: number; producto: number; cantidad: number; salida: number }
  | { tipo: 'desandar'; quien: number; cual: number }
  | { tipo: 'conteo'; quien: number; paso: 'contar' | 'sumar' | 'aplicar'; producto: number; hallado: number }
  | {
      tipo: 'transferir';
      quien: number;
      paso: 'pedir' | 'enviar' | 'recibir' | 'cancelar';
      cual: number;
      producto: number;
      cantidad: number;
      /** Hundredths of what is on the way that arrive, and of what does not how many are given for lost. */
      llega: number;
      pierde: number;
      repetir: boolean;
    }
  | { tipo: 'precio'; producto: number; precio: number }
  | { tipo: 'abrir'; quien: number; caja: number; diferencia: number | null }
  | { tipo: 'traspasar'; quien: number; camino: number; monto: number }
  | { tipo: 'pausar'; quien: number }
  | { tipo: 'relevar'; quien: number; recibe: number; diferencia: number }
  | { tipo: 'cerrar'; quien: number; diferencia: number }
  | { tipo: 'recontar'; quien: number; sesion: number; diferencia: number }
  | { tipo: 'ajeno'; quien: number; documento: 'deposito' | 'retiro' | 'recarga' | 'fiado'; monto: number };

export type LineaPedida = {
  producto: number;
  cantidad: number;
  descuento: number;
  precio: 'catalogo' | 'motivo' | 'viejo';
};
export type Cobro = {
  forma: 'una' | 'partido' | 'mal';
  metodo: number;
  corte: number;
  recibido: number | null;
  exacto: boolean;
};

const indice = fc.nat(10_000);
const de = <T>(pesos: [T, number][]): fc.Arbitrary<T> =>
  fc.oneof(...pesos.map(([valor, weight]) => ({ arbitrary: fc.constant(valor), weight })));

const linea: fc.Arbitrary<LineaPedida> = fc.record({
  producto: indice,
  cantidad: fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 4_000 }), weight: 40 },
    { arbitrary: fc.integer({ min: 20_000, max: 90_000 }), weight: 1 },
  ),
  descuento: fc.oneof(
    { arbitrary: fc.constant(0), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: 700 }), weight: 1 },
  ),
  precio: de<LineaPedida['precio']>([
    ['catalogo', 60],
    ['motivo', 2],
    ['viejo', 1],
  ]),
});

const cobro: fc.Arbitrary<Cobro> = fc.record({
  forma: de<Cobro['forma']>([
    ['una', 12],
    ['partido', 6],
    ['mal', 1],
  ]),
  metodo: fc.nat(2),
  corte: fc.nat(1000),
  recibido: fc.option(fc.integer({ min: -50, max: 20_000 }), { freq: 3 }),
  exacto: fc.boolean(),
});

const hasta = fc.oneof(
  { arbitrary: fc.integer({ min: 20_000, max: 90_000 }), weight: 9 },
  { arbitrary: fc.nat(5_000), weight: 1 },
);
const grande = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 9_000 }), weight: 30 },
  { arbitrary: fc.integer({ min: 60_000, max: 120_000 }), weight: 1 },
);
const rara = fc.nat(19).map((n) => n === 0);
const diferencia = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: -3_000, max: 3_000 }), weight: 1 },
);

/** Mostly sales, as in a shop. */
export const acto: fc.Arbitrary<Acto> = fc.noBias(
  fc.oneof(
    {
      weight: 60,
      arbitrary: fc.record({
        tipo: fc.constant('vender' as const),
        quien: indice,
        ajena: rara,
        lineas: fc.array(linea, { minLength: 1, maxLength: 5 }),
        cobro,
        repetir: rara,
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        tipo: fc.constant('anular' as const),
        quien: indice,
        venta: indice,
        propia: fc.boolean(),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ tipo: fc.constant('editar' as const), quien: indice, venta: indice, metodo: fc.nat(2) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        tipo: fc.constant('mover' as const),
        quien: indice,
        ingreso: fc.boolean(),
        monto: fc.integer({ min: 10, max: 20_000 }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        tipo: fc.constant('contar' as const),
        quien: indice,
        producto: indice,
        hasta,
      }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        tipo: fc.constant('entrar' as const),
        quien: indice,
        producto: indice,
        cantidad: fc.integer({ min: 1, max: 25_000 }),
        concepto: indice,
        costo: fc.option(fc.nat(900), { freq: 2 }),
        enTotal: fc.boolean(),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        tipo: fc.constant('sacar' as const),
        quien: indice,
        producto: indice,
        cantidad: grande,
        salida: indice,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ tipo: fc.constant('desandar' as const), quien: indice, cual: indice }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        tipo: fc.constant('conteo' as const),
        quien: indice,
        paso: de<'contar' | 'sumar' | 'aplicar'>([
          ['contar', 5],
          ['sumar', 2],
          ['aplicar', 2],
        ]),
        producto: indice,
        hallado: fc.integer({ min: -4_000, max: 3_000 }),
      }),
    },
    {
      weight: 14,
      arbitrary: fc.record({
        tipo: fc.constant('transferir' as const),
        quien: indice,
        paso: de<'pedir' | 'enviar' | 'recibir' | 'cancelar'>([
          ['pedir', 4],
          ['enviar', 4],
          ['recibir', 7],
          ['cancelar', 1],
        ]),
        cual: indice,
        producto: indice,
        cantidad: grande,
        llega: fc.integer({ min: 0, max: 114 }),
        pierde: de([
          [0, 3],
          [40, 1],
          [100, 2],
        ]),
        repetir: rara,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        tipo: fc.constant('precio' as const),
        producto: indice,
        precio: fc.integer({ min: 0, max: 6_000 }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        tipo: fc.constant('abrir' as const),
        quien: indice,
        caja: indice,
        diferencia: fc.option(diferencia, { freq: 2 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        tipo: fc.constant('traspasar' as const),
        quien: indice,
        camino: fc.nat(4),
        monto: fc.integer({ min: 10, max: 15_000 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ tipo: fc.constant('pausar' as const), quien: indice }) },
    {
      weight: 1,
      arbitrary: fc.record({ tipo: fc.constant('relevar' as const), quien: indice, recibe: indice, diferencia }),
    },
    { weight: 3, arbitrary: fc.record({ tipo: fc.constant('cerrar' as const), quien: indice, diferencia }) },
    {
      weight: 3,
      arbitrary: fc.record({ tipo: fc.constant('recontar' as const), quien: indice, sesion: indice, diferencia }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        tipo: fc.constant('ajeno' as const),
        quien: indice,
        documento: fc.constantFrom('deposito', 'retiro', 'recarga', 'fiado'),
        monto: fc.integer({ min: 100, max: 30_000 }),
      }),
    },
  ),
);

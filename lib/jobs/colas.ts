/** Somebody asked for a code; `huella` is the SHA-256 of the mail they typed, which may be nobody's. */
export type PedidoDeCodigo = {
  solicitud: string;
  huella: string;
  pedidoEn: string;
  ip: string | null;
  dispositivo: string | null;
  requestId: string;
};

/** What each queue carries. A job holds ids, never copies of rows: the handler reads what is true when it runs. */
export type Trabajos = {
  'importar-productos': { idImportacion: number };
  correo: { idCorreo: number };
  'correo-repaso': Record<string, never>;
  'recuperar-clave': PedidoDeCodigo;
  alertas: Record<string, never>;
  'alertas-de-ayer': Record<string, never>;
  'alertas-inventario': Record<string, never>;
  limpieza: Record<string, never>;
  verificar: Record<string, never>;
};

/** The name of a queue. */
export type Cola = keyof Trabajos;

/** How a queue behaves; `cron` is in La Paz time. */
export type OpcionesDeCola = {
  retryLimit: number;
  /** Seconds; grows with each retry. */
  retryDelay: number;
  /** A handler that takes longer is given up and tried again. */
  expireInSeconds: number;
  /** Seconds between looks at the queue. */
  pollingIntervalSeconds: number;
  cron?: string;
};

/** Every queue of the product. Handlers must bear being run twice with the same job. */
export const COLAS: Record<Cola, OpcionesDeCola> = {
  'importar-productos': { retryLimit: 3, retryDelay: 5, expireInSeconds: 600, pollingIntervalSeconds: 1 },
  // Eleven tries, the last some twelve hours after the first: a night without a mail server is not a lost mail.
  correo: { retryLimit: 11, retryDelay: 15, expireInSeconds: 120, pollingIntervalSeconds: 1 },
  'correo-repaso': {
    retryLimit: 0,
    retryDelay: 60,
    expireInSeconds: 120,
    pollingIntervalSeconds: 10,
    cron: '*/5 * * * *',
  },
  'recuperar-clave': { retryLimit: 5, retryDelay: 2, expireInSeconds: 60, pollingIntervalSeconds: 1 },
  alertas: { retryLimit: 0, retryDelay: 60, expireInSeconds: 300, pollingIntervalSeconds: 30, cron: '*/15 * * * *' },
  // The whole of a day, once it is over: what happened after its last quarter of an hour.
  'alertas-de-ayer': {
    retryLimit: 3,
    retryDelay: 300,
    expireInSeconds: 600,
    pollingIntervalSeconds: 30,
    cron: '20 0 * * *',
  },
  'alertas-inventario': {
    retryLimit: 0,
    retryDelay: 60,
    expireInSeconds: 300,
    pollingIntervalSeconds: 30,
    cron: '*/5 * * * *',
  },
  limpieza: { retryLimit: 2, retryDelay: 60, expireInSeconds: 600, pollingIntervalSeconds: 30, cron: '30 3 * * *' },
  verificar: { retryLimit: 1, retryDelay: 300, expireInSeconds: 1800, pollingIntervalSeconds: 30, cron: '0 4 * * *' },
};

/** The names of all queues. */
export const NOMBRES_DE_COLAS = Object.keys(COLAS) as Cola[];

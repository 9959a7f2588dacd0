import { ImpresoraError, type Puerta, type Transporte } from './transporte';

/** What of Web Serial is used here (https://wicg.github.io/serial); TypeScript's DOM library does not have it. */
export type Serial = { requestPort: () => Promise<PuertoSerie>; getPorts: () => Promise<PuertoSerie[]> };
export type PuertoSerie = {
  writable: WritableStream<Uint8Array> | null;
  open: (o: { baudRate: number; flowControl?: 'none' | 'hardware'; bufferSize?: number }) => Promise<void>;
  close: () => Promise<void>;
};

const serialDe = (): Serial | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { serial?: Serial }).serial;

/** Printers by a serial port, also the ones that USB or Bluetooth show as one. Each print opens and lets go. */
export function puertaSerie(baudios: number, serial: () => Serial | undefined = serialDe): Puerta {
  return {
    hay: () => serial() !== undefined,
    async elegir() {
      try {
        const puerto = await serial()?.requestPort();
        return puerto ? transporteSerie(puerto, baudios) : null;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw new ImpresoraError('El navegador no dejó elegir el puerto.', { cause: error });
      }
    },
    async recordado() {
      const [puerto] = (await serial()?.getPorts()) ?? [];
      return puerto ? transporteSerie(puerto, baudios) : null;
    },
  };
}

function transporteSerie(puerto: PuertoSerie, baudios: number): Transporte {
  return {
    nombre: 'Impresora por puerto serie',
    async escribir(bytes) {
      try {
        await puerto.open({ baudRate: baudios, bufferSize: 16_384 });
        const salida = puerto.writable?.getWriter();
        if (!salida) throw new ImpresoraError('El puerto no recibe datos.');
        try {
          await salida.write(bytes);
        } finally {
          // Closing waits until the port took every byte.
          await salida.close().catch(() => {});
          salida.releaseLock();
        }
      } catch (error) {
        if (error instanceof ImpresoraError) throw error;
        throw new ImpresoraError('El puerto no responde. Revise la velocidad y que nadie más lo use.', {
          cause: error,
        });
      } finally {
        await puerto.close().catch(() => {});
      }
    },
  };
}

import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** 409: no phone is linked, so nothing could ever go out. */
export class SinVincularError extends ConflictoError {
  constructor() {
    super('whatsapp_sin_vincular', 'La tienda no tiene un WhatsApp vinculado. Se vincula en la pantalla WhatsApp.');
  }
}

/** 409: the worker is not running, so nobody would do what is asked. */
export class SinTrabajadorError extends ConflictoError {
  constructor() {
    super('whatsapp_apagado', 'El servicio de WhatsApp no está corriendo. Se enciende con WHATSAPP=1 al arrancar.');
  }
}

/** 404: no such message in this branch. */
export class MensajeNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el mensaje.');
  }
}

/** 409: only what failed is sent again. */
export class MensajeNoFallidoError extends ConflictoError {
  constructor() {
    super('mensaje_no_fallido', 'Solo se reintenta un mensaje que falló.');
  }
}

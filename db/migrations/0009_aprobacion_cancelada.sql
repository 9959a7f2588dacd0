ALTER TABLE "aprobacion" DROP CONSTRAINT "aprobacion_estado";--> statement-breakpoint
ALTER TABLE "aprobacion" DROP CONSTRAINT "aprobacion_resuelta";--> statement-breakpoint
ALTER TABLE "aprobacion" ALTER COLUMN "vence_en" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "aprobacion_solicitante" ON "aprobacion" USING btree ("solicitada_por","creada_en");--> statement-breakpoint
ALTER TABLE "aprobacion" ADD CONSTRAINT "aprobacion_plazo" CHECK (("aprobacion"."momento" = 'ANTES') = ("aprobacion"."vence_en" is not null));--> statement-breakpoint
ALTER TABLE "aprobacion" ADD CONSTRAINT "aprobacion_estado" CHECK ("aprobacion"."estado" in ('BORRADOR', 'PENDIENTE', 'APROBADA', 'RECHAZADA', 'CANCELADA', 'USADA'));--> statement-breakpoint
ALTER TABLE "aprobacion" ADD CONSTRAINT "aprobacion_resuelta" CHECK (("aprobacion"."estado" not in ('BORRADOR', 'PENDIENTE') or "aprobacion"."resuelta_por" is null)
        and ("aprobacion"."estado" not in ('APROBADA', 'RECHAZADA', 'USADA') or "aprobacion"."resuelta_por" is not null)
        and ("aprobacion"."resuelta_por" is null) = ("aprobacion"."resuelta_en" is null) and ("aprobacion"."resuelta_por" is null) = ("aprobacion"."via" is null));
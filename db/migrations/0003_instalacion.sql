CREATE TABLE "instalacion" (
	"unica" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"clave_huella" text NOT NULL,
	"clave_emitida_en" timestamp with time zone NOT NULL,
	"tienda" text,
	"instalada_en" timestamp with time zone,
	CONSTRAINT "instalacion_unica" CHECK ("instalacion"."unica"),
	CONSTRAINT "instalacion_sellada" CHECK (("instalacion"."tienda" is null) = ("instalacion"."instalada_en" is null))
);

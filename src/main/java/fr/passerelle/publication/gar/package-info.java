/**
 * The feed of the GAR: parcels « complets » of the schools of an ENT project. Its records
 * are in {@code mappings/flux/gar}; the gate, {@code Controle}, reads the files again.
 */
@org.springframework.modulith.NamedInterface("gar")
package fr.passerelle.publication.gar;

/**
 * OneRoster 1.2. Bulk CSV: one query of {@code mappings/flux/oneroster} is one file, its
 * columns are those of the file. REST: the rows of these files made into objects by
 * {@code mappings/flux/oneroster-rest}, kept for each consumer who reads them; the door
 * is {@link fr.passerelle.publication.oneroster.Instantanes}.
 */
@org.springframework.modulith.NamedInterface("oneroster")
package fr.passerelle.publication.oneroster;

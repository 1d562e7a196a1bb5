/**
 * The directory as an ENT keeps it (SDET, ent-directory.md part A): written as LDIF, and
 * in the LDAP server of a consumer as changes come. One query of
 * {@code mappings/flux/ldap} is one sort of entry, its columns are the attributes.
 */
@org.springframework.modulith.NamedInterface("ldap")
package fr.passerelle.publication.ldap;

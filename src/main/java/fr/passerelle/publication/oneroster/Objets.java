package fr.passerelle.publication.oneroster;

import java.util.List;

/** A page, and how many objects there are in all. */
public record Objets(List<Objet> page, long total) {
}

package fr.passerelle.publication.oneroster;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object as a consumer is shown it; references are an identifier and a type. */
public record Objet(String id, String statut, Instant modifieLe, ObjectNode valeurs) {
}

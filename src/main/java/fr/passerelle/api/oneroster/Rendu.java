package fr.passerelle.api.oneroster;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.publication.oneroster.Objet;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Objects as JSON: in the order of the protocol, each reference with its address; and the
 * addresses of the pages around one.
 */
record Rendu(String racine, HttpServletRequest appel) {

	static final String CHEMIN = "/ims/oneroster/rostering/v1p2";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	static Rendu de(HttpServletRequest appel) {
		return new Rendu(ServletUriComponentsBuilder.fromContextPath(appel).path(CHEMIN).toUriString(), appel);
	}

	/** An object with these fields of its own. */
	ObjectNode objet(Objet objet, Set<String> champs) {
		ObjectNode complet = objet.valeurs();
		complet.put("sourcedId", objet.id());
		complet.put("status", objet.statut());
		complet.put("dateLastModified", MOMENT.format(objet.modifieLe()));
		ObjectNode rendu = JsonNodeFactory.instance.objectNode();
		champs.stream().filter(complet::has).forEach((champ) -> rendu.set(champ, complet.get(champ)));
		rendu.forEach(this::adresser);
		return rendu;
	}

	/** Gives each reference below its address. */
	private void adresser(JsonNode valeur) {
		if (valeur instanceof ObjectNode objet && objet.has("sourcedId") && objet.has("type")) {
			objet.put("href", this.racine + "/" + Adresse.collection(objet.get("type").asText()) + "/"
					+ UriUtils.encodePathSegment(objet.get("sourcedId").asText(), StandardCharsets.UTF_8));
		}
		else {
			valeur.forEach(this::adresser);
		}
	}

	/** The header Link (RFC 8288) of a page. */
	String liens(long debut, int limite, long total) {
		long derniere = (total == 0) ? 0 : (total - 1) / limite * limite;
		StringBuilder liens = new StringBuilder();
		if (debut + limite < total) {
			lien(liens, "next", debut + limite, limite);
		}
		lien(liens, "last", derniere, limite);
		lien(liens, "first", 0, limite);
		if (debut > 0) {
			lien(liens, "prev", Math.max(0, Math.min(debut - limite, derniere)), limite);
		}
		return liens.toString();
	}

	private void lien(StringBuilder liens, String relation, long debut, int limite) {
		UriComponentsBuilder page = ServletUriComponentsBuilder.fromRequest(this.appel)
			.replaceQueryParam("limit", limite)
			.replaceQueryParam("offset", debut);
		liens.append(liens.isEmpty() ? "" : ", ")
			.append('<')
			.append(page.build(true).toUriString())
			.append(">; rel=\"")
			.append(relation)
			.append('"');
	}

	/** The objects of a page. */
	List<ObjectNode> page(List<Objet> objets, Set<String> champs) {
		return objets.stream().map((objet) -> objet(objet, champs)).toList();
	}

}

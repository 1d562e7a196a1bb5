package fr.passerelle.api.oneroster;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.publication.oneroster.Instantanes;
import fr.passerelle.publication.oneroster.Instantanes.Lecture;
import fr.passerelle.publication.oneroster.Objet;
import fr.passerelle.publication.oneroster.Objets;
import fr.passerelle.publication.oneroster.Recherche;
import fr.passerelle.publication.oneroster.Ressource;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** OneRoster 1.2, rostering: lists, objects, and the lists of an object. */
@RestController
@RequestMapping(path = Rendu.CHEMIN, produces = "application/json")
@Tag(name = "OneRoster", description = "OneRoster 1.2, lecture seule, par jeton OAuth 2 (POST /ims/oneroster/token)")
class OneRosterController {

	private final Lecteurs lecteurs;

	private final Instantanes instantanes;

	OneRosterController(Lecteurs lecteurs, Instantanes instantanes) {
		this.lecteurs = lecteurs;
		this.instantanes = instantanes;
	}

	@GetMapping("/{liste}")
	@Reserve(Action.CONSOMMER)
	ResponseEntity<Map<String, List<ObjectNode>>> lister(@PathVariable String liste, @ParameterObject Demande demande,
			@AuthenticationPrincipal Compte compte, HttpServletRequest appel) {
		Adresse adresse = Adresse.liste(liste);
		return page(lecteur(compte, adresse, demande), adresse, demande, appel);
	}

	@GetMapping("/{liste}/{id}")
	@Reserve(Action.CONSOMMER)
	Map<String, ObjectNode> lire(@PathVariable String liste, @PathVariable String id,
			@RequestParam(required = false) String fields, @AuthenticationPrincipal Compte compte,
			HttpServletRequest appel) {
		Adresse adresse = Adresse.liste(liste);
		Demande demande = Demande.deChamps(fields);
		Ressource ressource = this.instantanes.ressource(adresse.type());
		Objet objet = trouver(lecteur(compte, adresse, demande), adresse, id);
		return Map.of(adresse.singulier(), Rendu.de(appel).objet(objet, demande.champs(ressource)));
	}

	@GetMapping("/{parent}/{id}/{liste}")
	@Reserve(Action.CONSOMMER)
	ResponseEntity<Map<String, List<ObjectNode>>> listerDe(@PathVariable String parent, @PathVariable String id,
			@PathVariable String liste, @ParameterObject Demande demande, @AuthenticationPrincipal Compte compte,
			HttpServletRequest appel) {
		Adresse adresse = Adresse.sousListe(parent, id, liste);
		Lecture lecteur = lecteur(compte, adresse, demande);
		trouver(lecteur, Adresse.liste(parent), id);
		return page(lecteur, adresse, demande, appel);
	}

	@GetMapping("/schools/{ecole}/classes/{classe}/{liste}")
	@Reserve(Action.CONSOMMER)
	ResponseEntity<Map<String, List<ObjectNode>>> listerDeClasse(@PathVariable String ecole,
			@PathVariable String classe, @PathVariable String liste, @ParameterObject Demande demande,
			@AuthenticationPrincipal Compte compte, HttpServletRequest appel) {
		Adresse adresse = Adresse.sousListe("classes", classe, liste);
		Lecture lecteur = lecteur(compte, adresse, demande);
		trouver(lecteur, Adresse.sousListe("schools", ecole, "classes"), classe);
		return page(lecteur, adresse, demande, appel);
	}

	private Lecture lecteur(Compte compte, Adresse adresse, Demande demande) {
		Lecture lecture = this.lecteurs.ouvrir(compte, demande.debut() > 0);
		if (!this.instantanes.ressource(adresse.type()).estDonneeA(lecture.consommateur().champs())) {
			throw Refus.interdit("« " + adresse.type() + " » n'est pas parmi les champs de ce consommateur.");
		}
		return lecture;
	}

	private Objet trouver(Lecture lecteur, Adresse adresse, String id) {
		return this.instantanes.trouver(lecteur, this.instantanes.ressource(adresse.type()), id, adresse.cles())
			.orElseThrow(Refus::inconnu);
	}

	private ResponseEntity<Map<String, List<ObjectNode>>> page(Lecture lecteur, Adresse adresse, Demande demande,
			HttpServletRequest appel) {
		Ressource ressource = this.instantanes.ressource(adresse.type());
		Recherche recherche = demande.recherche(ressource, adresse.cles());
		Rendu rendu = Rendu.de(appel);
		var champs = demande.champs(ressource);
		Objets objets = this.instantanes.lister(lecteur, recherche);
		return ResponseEntity.ok()
			.header("X-Total-Count", Long.toString(objets.total()))
			.header(HttpHeaders.LINK, rendu.liens(recherche.debut(), recherche.limite(), objets.total()))
			.body(Map.of(adresse.type(), rendu.page(objets.page(), champs)));
	}

}

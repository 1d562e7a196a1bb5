package fr.passerelle.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.publication.Changements;
import fr.passerelle.publication.Changements.Avancement;
import fr.passerelle.publication.Changements.Suite;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in the ENT directory, and the directory as it is. */
@RestController
@RequestMapping("/api/v1/ent")
@Tag(name = "Annuaire", description = "Changements de l'annuaire ENT, dans l'ordre, et son instantané")
class ChangementsController {

	private static final int MAX = 500;

	private final Changements changements;

	private final LecteursVisibles lecteurs;

	private final ObjectMapper json;

	ChangementsController(Changements changements, LecteursVisibles lecteurs, ObjectMapper json) {
		this.changements = changements;
		this.lecteurs = lecteurs;
		this.json = json;
	}

	@GetMapping("/changements")
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "Changements après un curseur",
			description = "« valeurs » est l'état d'aujourd'hui ; reprendre au « curseur » rendu. 410 : ils ne sont plus gardés, repartir d'un instantané")
	Suite lire(@RequestParam(defaultValue = "0") long depuis, @RequestParam(required = false) String uai,
			@RequestParam(defaultValue = "100") int taille, @AuthenticationPrincipal Compte compte) {
		if (depuis < 0 || taille < 1 || taille > MAX) {
			throw DemandeRefusee.invalide("« depuis » est un curseur, « taille » va de 1 à " + MAX + ".");
		}
		try {
			return this.changements.lire(this.lecteurs.lecteur(compte), depuis, this.lecteurs.uais(compte, uai),
					taille);
		}
		catch (Changements.CurseurOublie ex) {
			throw this.lecteurs.oublie(ex);
		}
	}

	@GetMapping(path = "/instantane", produces = MediaType.APPLICATION_NDJSON_VALUE)
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "L'annuaire tel qu'il est, une ligne de JSON par objet",
			description = "La première ligne donne le curseur d'où lire la suite")
	void instantane(@RequestParam(required = false) String uai, @AuthenticationPrincipal Compte compte,
			HttpServletResponse reponse) throws IOException {
		Set<String> uais = this.lecteurs.uais(compte, uai);
		reponse.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
		OutputStream sortie = reponse.getOutputStream();
		this.changements.instantane(this.lecteurs.lecteur(compte), uais, (objet) -> ecrire(sortie, objet));
	}

	@GetMapping("/consommateurs")
	@Reserve(Action.ADMINISTRER)
	@Operation(summary = "Jusqu'où chaque consommateur a lu, et son retard")
	Liste<Avancement> consommateurs() {
		return Liste.entiere(this.changements.lecteurs());
	}

	private void ecrire(OutputStream sortie, Object objet) {
		try {
			sortie.write(this.json.writeValueAsBytes(objet));
			sortie.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the reader of a snapshot left", ex);
		}
	}

}

package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** A group of élèves who have the same personal support (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "acc-perso-groupe")
@XmlType(propOrder = { "commentaire", "enseignantsDisciplines" })
public class AccPersoGroupe {

	@XmlAttribute
	public String id;

	@XmlAttribute(name = "acc-perso-ref")
	public String accPersoRef;

	@XmlAttribute
	public String intitule;

	public String commentaire;

	@XmlElementWrapper(name = "enseignants-disciplines")
	@XmlElement(name = "enseignant-discipline")
	public List<EnseignantDiscipline> enseignantsDisciplines;

}

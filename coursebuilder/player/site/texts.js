/** The words of the view on progress. */

const TEXTS = {
  nl: {
    title: "Mijn voortgang",
    intro: "Je voortgang staat alleen in deze browser. Bewaar hem als bestand om op een ander toestel verder te gaan.",
    keep: "Bewaar mijn voortgang als bestand", restore: "Zet voortgang terug uit een bestand",
    restored: "Je voortgang is teruggezet en samengevoegd met wat je hier al deed.",
    notProgress: "Dit is geen bestand met voortgang.", otherCourse: "Dit bestand hoort bij een andere cursus: {title}.",
    damaged: "Dit bestand is beschadigd en kan niet gelezen worden.", offline: "Deze cursus werkt ook zonder internet.",
  },
  en: {
    title: "My progress",
    intro: "Your progress is kept in this browser only. Save it as a file to go on with another device.",
    keep: "Save my progress as a file", restore: "Put back progress from a file",
    restored: "Your progress is back, together with what you did here.",
    notProgress: "This is not a file with progress.", otherCourse: "This file belongs to another course: {title}.",
    damaged: "This file is damaged and cannot be read.", offline: "This course works without the internet too.",
  },
  fr: {
    title: "Ma progression",
    intro: "Votre progression n’est conservée que dans ce navigateur. Enregistrez-la dans un fichier pour continuer sur un autre appareil.",
    keep: "Enregistrer ma progression dans un fichier", restore: "Reprendre la progression d’un fichier",
    restored: "Votre progression est rétablie et réunie avec ce que vous avez fait ici.",
    notProgress: "Ce fichier ne contient pas de progression.", otherCourse: "Ce fichier appartient à un autre cours : {title}.",
    damaged: "Ce fichier est endommagé et ne peut pas être lu.", offline: "Ce cours fonctionne aussi sans internet.",
  },
  de: {
    title: "Mein Fortschritt",
    intro: "Ihr Fortschritt liegt nur in diesem Browser. Speichern Sie ihn als Datei, um auf einem anderen Gerät weiterzumachen.",
    keep: "Fortschritt als Datei speichern", restore: "Fortschritt aus einer Datei übernehmen",
    restored: "Ihr Fortschritt ist übernommen und mit dem hiesigen vereint.",
    notProgress: "Diese Datei enthält keinen Fortschritt.", otherCourse: "Diese Datei gehört zu einem anderen Kurs: {title}.",
    damaged: "Diese Datei ist beschädigt und nicht lesbar.", offline: "Dieser Kurs funktioniert auch ohne Internet.",
  },
};

/** The words in a course's language; English where it has none here. */
export function textsFor(language) {
  return TEXTS[language.split("-")[0].toLowerCase()] ?? TEXTS.en;
}

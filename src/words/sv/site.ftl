activities = Aktiviteter
goals = Mål
